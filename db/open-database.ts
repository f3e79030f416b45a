import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DatabaseFault, faultOf } from './database-fault.ts';

/** Older ones can damage a WAL database when the log is reset. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * A connection as the hub needs it, or a `DatabaseFault` that says why there is none. Migrations
 * are not looked at: `openHub` does that.
 */
export function openDatabase(
  file: string,
  options: { isReadOnly?: boolean; mayCreate?: boolean } = {},
): Database.Database {
  const { isReadOnly = false, mayCreate = false } = options;
  if (!mayCreate && !existsSync(file)) {
    throw new DatabaseFault('missing', `There is no database at ${file}.`);
  }
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: isReadOnly, fileMustExist: !mayCreate });
    requireSqlite(db);
    if (isReadOnly) db.pragma('schema_version');
    else prepareForWriting(db);
    return db;
  } catch (error) {
    db?.close();
    throw faultOf(error, file);
  }
}

function prepareForWriting(db: Database.Database): void {
  db.pragma('busy_timeout = 5000');
  // SQLite opens a file it may not write for reading only, and says so at the first real write.
  db.exec('BEGIN IMMEDIATE; PRAGMA user_version = 1; ROLLBACK');
  db.pragma('journal_mode = WAL');
  configureConnection(db);
}

/** What holds for each connection that writes, also to a database in memory. */
export function configureConnection(db: Database.Database): void {
  // An acknowledged write is on disk.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE would get round the triggers that keep events.
  db.pragma('recursive_triggers = ON');
  db.pragma('cache_size = -32768');
}

function requireSqlite(db: Database.Database): void {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '0';
  const parts = version.split('.').map(Number);
  const differing = OLDEST_SQLITE.findIndex((part, index) => part !== parts[index]);
  if (differing === -1 || (parts[differing] ?? 0) > (OLDEST_SQLITE[differing] ?? 0)) return;
  throw new DatabaseFault(
    'old_sqlite',
    `SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} or newer is needed. Run npm ci.`,
  );
}
