import type { Migration } from './migration.ts';

export const longStayReviews: Migration = {
  name: '0017-long-stay-reviews',
  sql: `
ALTER TABLE spells ADD COLUMN long_stay_review_at TEXT;
ALTER TABLE spells ADD COLUMN long_stay_review_by_id TEXT;
ALTER TABLE spells ADD COLUMN long_stay_review_by_name TEXT;
ALTER TABLE spells ADD COLUMN why_not_home TEXT;
ALTER TABLE spells ADD COLUMN why_not_today TEXT;
`,
};
