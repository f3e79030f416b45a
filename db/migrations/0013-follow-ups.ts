import type { Migration } from './migration.ts';

export const followUps: Migration = {
  name: '0013-follow-ups',
  sql: `
ALTER TABLE spells ADD COLUMN follow_up_ended_at TEXT;
ALTER TABLE housing_steps ADD COLUMN who TEXT;

-- Homes that are followed up after the stay are found without reading years of finished work.
CREATE INDEX open_home_tasks ON tasks (spell_id)
  WHERE state NOT IN ('done', 'cancelled')
    AND (owner = 'lightbulb' OR (owner = 'social_care' AND type = 'major_adaptation'));
CREATE INDEX agreed_follow_ups ON housing_steps (spell_id)
  WHERE step = 'followed_up' AND done_on IS NULL;
`,
};
