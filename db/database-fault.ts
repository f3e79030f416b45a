import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import path from 'node:path';

export type DatabaseFaultCode =
  | 'missing'
  | 'exists'
  | 'unreadable'
  | 'not_a_database'
  | 'damaged'
  | 'read_only'
  | 'locked'
  | 'newer_schema'
  | 'changed_migration'
  | 'migration_failed'
  | 'old_sqlite';

/** A database that cannot be used, and what to do about it, in one line for whoever runs the hub. */
export class DatabaseFault extends Error {
  readonly code: DatabaseFaultCode;

  constructor(code: DatabaseFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseFault';
    this.code = code;
  }
}

/** SQLite's code of an error, extended ones cut to their family: `SQLITE_BUSY_SNAPSHOT` too. */
export function sqliteFamily(error: unknown): string | null {
  return /^SQLITE_[A-Z]+/.exec(sqliteCode(error))?.[0] ?? null;
}

function sqliteCode(error: unknown): string {
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return hasCode ? String(error.code) : '';
}

/** What an error while opening or using a file means; an error of another kind stays itself. */
export function faultOf(error: unknown, file: string): unknown {
  if (error instanceof DatabaseFault) return error;
  const fault = (code: DatabaseFaultCode, message: string) =>
    new DatabaseFault(code, message, { cause: error });
  const folder = path.dirname(file);
  const folderIsReadOnly = `The folder ${folder} cannot be written. Check its permissions.`;
  if (sqliteCode(error) === 'SQLITE_READONLY_DIRECTORY') {
    return fault('read_only', folderIsReadOnly);
  }
  switch (sqliteFamily(error)) {
    case 'SQLITE_NOTADB':
      return fault('not_a_database', `${file} is not a database of the hub.`);
    case 'SQLITE_CORRUPT':
      return fault('damaged', `The database ${file} is damaged. Restore the last backup.`);
    case 'SQLITE_READONLY':
      return fault('read_only', `The file ${file} cannot be written. Check its permissions.`);
    case 'SQLITE_BUSY':
      return fault('locked', `Another program holds the database ${file}. Stop it first.`);
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_AUTH':
    case 'SQLITE_IOERR':
      if (!existsSync(folder)) return fault('missing', `There is no folder ${folder}.`);
      // SQLite says the same when it cannot make a file, this one or those that go beside it.
      if (isReadable(file) || !existsSync(file)) return fault('read_only', folderIsReadOnly);
      return fault('unreadable', `The file ${file} cannot be read. Check it and its permissions.`);
    default:
      return error;
  }
}

function isReadable(file: string): boolean {
  try {
    const descriptor = openSync(file, 'r');
    try {
      return fstatSync(descriptor).isFile();
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}
