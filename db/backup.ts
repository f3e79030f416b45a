import Database from 'better-sqlite3';
import { putInPlace, removeDatabase } from './database-file.ts';
import { DatabaseFault } from './database-fault.ts';

/**
 * Copies a database that is in use to a single file, checks the copy, and only then gives it its
 * name. Writing goes on meanwhile; the copy holds what was committed by the end.
 */
export async function backUp(db: Database.Database, file: string): Promise<void> {
  const part = `${file}.part`;
  removeDatabase(part);
  try {
    await db.backup(part);
    checkCopy(part);
    putInPlace(part, file);
  } finally {
    removeDatabase(part);
  }
}

/** Throws when a database is not sound, or would leave rows that refer to nothing. */
export function requireSound(db: Database.Database, file: string): void {
  const findings = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all();
  if (findings[0] !== 'ok') {
    throw new DatabaseFault('damaged', `${file} is damaged: ${findings[0] ?? 'no answer'}.`);
  }
  const orphans = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all();
  if (orphans.length > 0) {
    const tables = [...new Set(orphans.map((orphan) => orphan.table))].join(', ');
    throw new DatabaseFault('damaged', `${file} has rows that refer to nothing, in: ${tables}.`);
  }
}

function checkCopy(file: string): void {
  const copy = new Database(file, { fileMustExist: true });
  try {
    // One file without a log beside it can be moved about safely.
    copy.pragma('journal_mode = DELETE');
    requireSound(copy, file);
  } finally {
    copy.close();
  }
}
