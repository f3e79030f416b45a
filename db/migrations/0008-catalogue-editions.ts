import type { Migration } from './migration.ts';

/**
 * The catalogue becomes data: what was one row a type is kept whole, as the first edition. The
 * types stay in a table of their own, so that a task is always of one that there is or was.
 */
export const catalogueEditions: Migration = {
  name: '0008-catalogue-editions',
  losesRowsOf: ['task_catalogue'],
  sql: `
CREATE TABLE catalogue_editions (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  -- The first edition is nobody's: it stands from the beginning.
  saved_at TEXT,
  saved_by_id TEXT,
  saved_by_name TEXT,
  role TEXT,
  organisation TEXT,
  command_id TEXT UNIQUE,
  note TEXT,
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- What of it open tasks were to follow, and of which types; null for none.
  follow TEXT CHECK (json_valid(follow)),
  CHECK ((number = 1) = (saved_at IS NULL)),
  CHECK ((saved_at IS NULL) = (saved_by_id IS NULL)),
  CHECK ((saved_at IS NULL) = (saved_by_name IS NULL)),
  CHECK ((saved_at IS NULL) = (role IS NULL)),
  CHECK ((saved_at IS NULL) = (organisation IS NULL)),
  CHECK ((saved_at IS NULL) = (command_id IS NULL))
) STRICT;
CREATE INDEX catalogue_editions_by_time ON catalogue_editions (saved_at);
CREATE TRIGGER catalogue_editions_are_kept BEFORE DELETE ON catalogue_editions
BEGIN SELECT RAISE(ABORT, 'editions of the catalogue are append-only'); END;
CREATE TRIGGER catalogue_editions_are_final BEFORE UPDATE ON catalogue_editions
BEGIN SELECT RAISE(ABORT, 'editions of the catalogue are append-only'); END;

-- That the open tasks have followed an edition, and how many changed.
CREATE TABLE catalogue_follow_ups (
  edition INTEGER PRIMARY KEY REFERENCES catalogue_editions (number),
  finished_at TEXT NOT NULL,
  changed INTEGER NOT NULL CHECK (changed >= 0)
) STRICT;

INSERT INTO catalogue_editions (number, content)
SELECT 1, json_object('types', json_group_array(json_object(
  'type', type, 'name', name, 'owner', owner,
  'target', json(CASE target_kind
    WHEN 'hours' THEN json_object('kind', target_kind, 'hours', target_amount)
    WHEN 'days' THEN json_object('kind', target_kind, 'days', target_amount)
    WHEN 'working_days' THEN json_object('kind', target_kind, 'days', target_amount)
    ELSE json_object('kind', target_kind) END),
  'processReason', process_reason, 'capacityReason', capacity_reason,
  'isOffered', json('true'))), 'sets', json('[]'))
FROM (SELECT * FROM task_catalogue ORDER BY rowid)
HAVING count(*) > 0;

CREATE TABLE known_types (type TEXT PRIMARY KEY) STRICT;
INSERT INTO known_types SELECT type FROM task_catalogue ORDER BY rowid;
DROP TABLE task_catalogue;
-- Tasks refer to it under the old name, and along with the second renaming under the new one.
ALTER TABLE known_types RENAME TO task_catalogue;
ALTER TABLE task_catalogue RENAME TO task_types;
`,
};
