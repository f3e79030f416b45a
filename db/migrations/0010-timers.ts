import type { Migration } from './migration.ts';

export const timers: Migration = {
  name: '0010-timers',
  sql: `
ALTER TABLE spells ADD COLUMN chosen_reason TEXT;
ALTER TABLE spells ADD COLUMN chosen_reason_note TEXT;
ALTER TABLE spells ADD COLUMN chosen_reason_set_by_id TEXT;
ALTER TABLE spells ADD COLUMN chosen_reason_set_by_name TEXT;
ALTER TABLE spells ADD COLUMN chosen_reason_set_at TEXT;

CREATE TABLE escalations (
  task_id TEXT PRIMARY KEY REFERENCES tasks (id),
  spell_id TEXT NOT NULL REFERENCES spells (id),
  level TEXT NOT NULL CHECK (level IN ('team_lead', 'hub', 'duty_director')),
  owner TEXT NOT NULL CHECK (owner IN ('ward', 'social_care', 'lightbulb', 'hub', 'community')),
  because TEXT NOT NULL CHECK (because IN ('target_passed', 'person')),
  need TEXT,
  raised_by_id TEXT NOT NULL,
  raised_by_name TEXT NOT NULL,
  raised_at TEXT NOT NULL,
  acknowledged_by_id TEXT,
  acknowledged_by_name TEXT,
  acknowledged_at TEXT,
  action TEXT,
  review_on TEXT,
  resolved_by_id TEXT,
  resolved_by_name TEXT,
  resolved_at TEXT,
  outcome TEXT,
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by_id IS NULL)),
  CHECK ((acknowledged_at IS NULL) = (action IS NULL)),
  CHECK ((resolved_at IS NULL) = (resolved_by_id IS NULL)),
  CHECK ((resolved_at IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX escalations_of_spell ON escalations (spell_id);

-- Each edition whole, as JSON; the last one counts. None yet: the hub goes by the assumed ones.
CREATE TABLE target_settings (
  edition INTEGER PRIMARY KEY,
  saved_by_id TEXT NOT NULL,
  saved_by_name TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  command_id TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL
) STRICT;

-- One row for each slot of a timer that has begun; without an end it is to be done again.
CREATE TABLE job_runs (
  job TEXT NOT NULL,
  slot TEXT NOT NULL,
  began_at TEXT NOT NULL,
  ended_at TEXT,
  changes INTEGER,
  PRIMARY KEY (job, slot)
) STRICT;
`,
};
