import type { Migration } from './migration.ts';

export const notices: Migration = {
  name: '0009-notices',
  sql: `
-- Up to which event people have been told; what a hub did before it had notices is told to nobody.
CREATE TABLE notice_cursor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL
) STRICT;
INSERT INTO notice_cursor (id, seq) SELECT 1, coalesce(max(seq), 0) FROM events;

CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES events (seq),
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  read_at TEXT,
  UNIQUE (user_id, seq, kind)
) STRICT;
CREATE INDEX unread_notices ON notices (user_id) WHERE read_at IS NULL;
CREATE INDEX notices_by_age ON notices (at);

CREATE TABLE muted_notices (
  user_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (user_id, kind)
) STRICT;
`,
};
