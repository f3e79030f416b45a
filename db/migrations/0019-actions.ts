import type { Migration } from './migration.ts';

export const actions: Migration = {
  name: '0019-actions',
  sql: `
CREATE TABLE actions (
  id TEXT PRIMARY KEY,
  spell_id TEXT NOT NULL REFERENCES spells (id),
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  owner TEXT NOT NULL CHECK (owner IN ('ward', 'social_care', 'lightbulb', 'hub', 'community')),
  person_id TEXT,
  person_name TEXT,
  due_on TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('plan', 'review', 'round', 'escalation')),
  task_id TEXT REFERENCES tasks (id),
  asked_by_id TEXT NOT NULL,
  asked_by_name TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  set_by_id TEXT NOT NULL,
  set_by_name TEXT NOT NULL,
  set_at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('done', 'not_needed')),
  outcome_words TEXT,
  ended_by_id TEXT,
  ended_by_name TEXT,
  ended_at TEXT,
  is_ended_by_team INTEGER CHECK (is_ended_by_team IN (0, 1)),
  CHECK ((person_id IS NULL) = (person_name IS NULL)),
  CHECK ((outcome IS NULL) = (outcome_words IS NULL)),
  CHECK ((outcome IS NULL) = (ended_by_id IS NULL)),
  CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  CHECK ((outcome IS NULL) = (is_ended_by_team IS NULL))
) STRICT;
CREATE INDEX actions_of_spell ON actions (spell_id, position);

CREATE TABLE action_chases (
  action_id TEXT NOT NULL REFERENCES actions (id),
  position INTEGER NOT NULL,
  spell_id TEXT NOT NULL REFERENCES spells (id),
  because TEXT NOT NULL CHECK (because IN ('person', 'day_passed')),
  words TEXT,
  chased_by_id TEXT NOT NULL,
  chased_by_name TEXT NOT NULL,
  chased_at TEXT NOT NULL,
  PRIMARY KEY (action_id, position),
  CHECK ((because = 'person') = (words IS NOT NULL))
) STRICT;
CREATE INDEX action_chases_of_spell ON action_chases (spell_id);
`,
};
