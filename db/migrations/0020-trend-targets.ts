import type { Migration } from './migration.ts';

export const trendTargets: Migration = {
  name: '0020-trend-targets',
  sql: `
-- What a trend is to reach, or that it is to reach nothing any more; of one place the last one stands.
CREATE TABLE trend_targets (
  id TEXT PRIMARY KEY,
  measure TEXT NOT NULL,
  provider TEXT NOT NULL,
  value REAL CHECK (value >= 0),
  words TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by_id TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation TEXT NOT NULL
) STRICT;
CREATE TRIGGER trend_targets_are_kept BEFORE DELETE ON trend_targets
BEGIN SELECT RAISE(ABORT, 'the records of reports are append-only'); END;
CREATE TRIGGER trend_targets_are_final BEFORE UPDATE ON trend_targets
BEGIN SELECT RAISE(ABORT, 'the records of reports are append-only'); END;
`,
};
