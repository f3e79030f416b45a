import type { Migration } from './migration.ts';

export const changingTasksAndStays: Migration = {
  name: '0002-changing-tasks-and-stays',
  sql: `
ALTER TABLE spells ADD COLUMN clinical_criteria TEXT;
ALTER TABLE spells ADD COLUMN clinical_criteria_set_by_id TEXT;
ALTER TABLE spells ADD COLUMN clinical_criteria_set_by_name TEXT;
ALTER TABLE spells ADD COLUMN clinical_criteria_set_at TEXT;
ALTER TABLE spells ADD COLUMN continues_spell_id TEXT REFERENCES spells (id);

ALTER TABLE tasks ADD COLUMN blocking_since TEXT;
-- Until now, whether a task blocks was said when it was added, and never again.
UPDATE tasks SET blocking_since = added_at WHERE is_blocking = 1;

ALTER TABLE tasks ADD COLUMN declined_by_id TEXT;
ALTER TABLE tasks ADD COLUMN declined_by_name TEXT;
ALTER TABLE tasks ADD COLUMN declined_reason TEXT
  CHECK (declined_reason IN ('not_our_resident', 'not_eligible', 'more_information_needed', 'other'));
ALTER TABLE tasks ADD COLUMN declined_at TEXT;
ALTER TABLE tasks ADD COLUMN declined_from TEXT
  CHECK (declined_from IN ('ward', 'social_care', 'lightbulb', 'hub', 'community'));
`,
};
