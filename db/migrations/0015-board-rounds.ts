import type { Migration } from './migration.ts';

export const boardRounds: Migration = {
  name: '0015-board-rounds',
  sql: `
ALTER TABLE spells ADD COLUMN last_round_at TEXT;
ALTER TABLE spells ADD COLUMN last_round_by_id TEXT;
ALTER TABLE spells ADD COLUMN last_round_by_name TEXT;
ALTER TABLE spells ADD COLUMN last_round_ward_id TEXT;
ALTER TABLE spells ADD COLUMN last_round_not_seen TEXT
  CHECK (last_round_not_seen IN ('off_ward', 'no_time', 'no_doctor', 'other'));
ALTER TABLE spells ADD COLUMN last_round_action TEXT;
ALTER TABLE spells ADD COLUMN last_round_owner TEXT
  CHECK (last_round_owner IN ('ward', 'social_care', 'lightbulb', 'hub', 'community'));
ALTER TABLE spells ADD COLUMN last_round_person TEXT;

CREATE TABLE board_rounds (
  seq INTEGER PRIMARY KEY REFERENCES events (seq),
  spell_id TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  role TEXT NOT NULL,
  ward_id TEXT NOT NULL,
  not_seen TEXT CHECK (not_seen IN ('off_ward', 'no_time', 'no_doctor', 'other'))
) STRICT;
CREATE INDEX board_rounds_of_spell ON board_rounds (spell_id, seq);
CREATE INDEX board_rounds_by_time ON board_rounds (occurred_at);
`,
};
