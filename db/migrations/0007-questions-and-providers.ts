import type { Migration } from './migration.ts';

export const questionsAndProviders: Migration = {
  name: '0007-questions-and-providers',
  sql: `
ALTER TABLE tasks ADD COLUMN claimed_at TEXT;
-- From when on its history shows the same holder without a gap.
UPDATE tasks SET claimed_at = (
  SELECT held.occurred_at FROM task_state_history AS held
  WHERE held.spell_id = tasks.spell_id AND held.task_id = tasks.id
    AND held.seq > coalesce((
      SELECT max(other.seq) FROM task_state_history AS other
      WHERE other.spell_id = tasks.spell_id AND other.task_id = tasks.id
        AND other.claimed_by_id IS NOT tasks.claimed_by_id
    ), 0)
  ORDER BY held.seq LIMIT 1
) WHERE claimed_by_id IS NOT NULL;

ALTER TABLE tasks ADD COLUMN starts_at TEXT;
ALTER TABLE tasks ADD COLUMN outcome TEXT;

CREATE TABLE task_questions (
  id TEXT PRIMARY KEY,
  spell_id TEXT NOT NULL REFERENCES spells (id),
  task_id TEXT NOT NULL REFERENCES tasks (id),
  position INTEGER NOT NULL,
  asked_of TEXT NOT NULL CHECK (asked_of IN ('ward', 'hub')),
  owner TEXT NOT NULL CHECK (owner IN ('ward', 'social_care', 'lightbulb', 'hub', 'community')),
  text TEXT NOT NULL,
  asked_by_id TEXT NOT NULL,
  asked_by_name TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  answer TEXT,
  answered_by_id TEXT,
  answered_by_name TEXT,
  answered_at TEXT,
  UNIQUE (task_id, position),
  CHECK ((answer IS NULL) = (answered_by_id IS NULL)),
  CHECK ((answer IS NULL) = (answered_by_name IS NULL)),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT;
CREATE INDEX task_questions_of_spell ON task_questions (spell_id, task_id, position);

CREATE TABLE task_providers (
  id TEXT PRIMARY KEY,
  spell_id TEXT NOT NULL REFERENCES spells (id),
  task_id TEXT NOT NULL REFERENCES tasks (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  approached_on TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('asked', 'accepted', 'declined', 'no_reply')),
  note TEXT,
  recorded_by_id TEXT NOT NULL,
  recorded_by_name TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  UNIQUE (task_id, position)
) STRICT;
CREATE INDEX task_providers_of_spell ON task_providers (spell_id, task_id, position);

-- A hub that has its catalogue already; a new one is given it whole.
INSERT OR IGNORE INTO task_catalogue (type, name, owner, target_kind, target_amount, process_reason, capacity_reason)
SELECT 'find_council', 'Find the council', 'hub', 'same_day', NULL, 'T2', NULL
WHERE EXISTS (SELECT 1 FROM task_catalogue);
`,
};
