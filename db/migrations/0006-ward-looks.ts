import type { Migration } from './migration.ts';

export const wardLooks: Migration = {
  name: '0006-ward-looks',
  sql: `
CREATE TABLE ward_looks (
  user_id TEXT NOT NULL,
  ward_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (user_id, ward_id)
) STRICT;
`,
};
