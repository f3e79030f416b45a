import type { Migration } from './migration.ts';

/** What people decide about reports. Every row stands for good; what changes is told by another. */
export const reportRecords: Migration = {
  name: '0012-report-records',
  sql: `
-- On a trend: a date from which limits begin anew, or a note at a date.
CREATE TABLE trend_marks (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('step', 'note')),
  measure TEXT NOT NULL,
  provider TEXT NOT NULL,
  day TEXT NOT NULL,
  words TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by_id TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation TEXT NOT NULL
) STRICT;
CREATE TABLE trend_marks_taken_back (
  mark_id TEXT PRIMARY KEY REFERENCES trend_marks (id),
  command_id TEXT NOT NULL UNIQUE,
  reason TEXT NOT NULL,
  taken_back_at TEXT NOT NULL,
  taken_back_by_id TEXT NOT NULL,
  taken_back_by_name TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation TEXT NOT NULL
) STRICT;

-- A return as it was signed, or that it was opened again: version by version.
CREATE TABLE return_versions (
  id TEXT PRIMARY KEY,
  part TEXT NOT NULL CHECK (part IN ('daily', 'weekly')),
  day TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  standing TEXT NOT NULL CHECK (standing IN ('signed', 'reopened')),
  note TEXT,
  content TEXT CHECK (json_valid(content)),
  made_at TEXT NOT NULL,
  made_by_id TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation TEXT NOT NULL,
  previous_hash TEXT,
  hash TEXT NOT NULL,
  UNIQUE (part, day, version),
  CHECK ((standing = 'signed') = (content IS NOT NULL)),
  CHECK ((version = 1) = (previous_hash IS NULL))
) STRICT;

-- A file of the national statistics as it was read; of one month the last one counts.
CREATE TABLE national_files (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  file_name TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  file_hash TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by_id TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation TEXT NOT NULL
) STRICT;
CREATE INDEX national_files_of_month ON national_files (month, made_at);

-- The region and the integrated care board that returns name with an organisation, from a day on.
CREATE TABLE organisation_areas (
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  valid_from TEXT NOT NULL,
  region TEXT NOT NULL,
  icb TEXT NOT NULL,
  PRIMARY KEY (organisation_id, valid_from)
) STRICT;
INSERT INTO organisation_areas (organisation_id, valid_from, region, icb)
SELECT id, '2022-07-01', 'MIDLANDS', 'QK1' FROM organisations WHERE kind IN ('acute', 'community');
${['trend_marks', 'trend_marks_taken_back', 'return_versions', 'national_files']
  .map(
    (table) => `
CREATE TRIGGER ${table}_are_kept BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, 'the records of reports are append-only'); END;
CREATE TRIGGER ${table}_are_final BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, 'the records of reports are append-only'); END;`,
  )
  .join('\n')}
`,
};
