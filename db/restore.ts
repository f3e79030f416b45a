import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Instant } from '../domain/time.ts';
import { requireSound } from './backup.ts';
import { putInPlace, removeDatabase } from './database-file.ts';
import { faultOf } from './database-fault.ts';
import { writeMark } from './hub-contents.ts';
import { acquireLock } from './lock.ts';
import { migrateFile } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { readMark } from './queries/lookups.ts';

/**
 * Puts a backup in the place of a database that no server uses. The copy is checked, brought up to
 * date, and given a new epoch, so that open pages start afresh instead of mixing two histories.
 * Answers where the database that was there went, or null if there was none.
 */
export async function restore(
  backup: string,
  file: string,
  { at }: { at: Instant },
): Promise<string | null> {
  const lock = acquireLock(file);
  const part = `${file}.part`;
  try {
    // Refuses what is missing or no database before anything is moved.
    openDatabase(backup, { isReadOnly: true }).close();
    removeDatabase(part);
    copyFileSync(backup, part);
    await migrateFile(part, { at });
    beginNewEpoch(part);
    const keptAs = existsSync(file) ? `${file}.before-${at.replace(/[:.]/g, '-')}` : null;
    if (keptAs !== null) setAside(file, keptAs);
    putInPlace(part, file);
    return keptAs;
  } finally {
    removeDatabase(part);
    lock.release();
  }
}

function beginNewEpoch(file: string): void {
  const db = openDatabase(file);
  try {
    requireSound(db, file);
    writeMark(db, { ...readMark(drizzle(db)), epoch: randomUUID() });
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    throw faultOf(error, file);
  } finally {
    db.close();
  }
}

/** What its log still holds goes into the file first; a damaged one keeps its log beside it. */
function setAside(file: string, keptAs: string): void {
  try {
    new Database(file, { fileMustExist: true }).close();
  } catch {
    // Not a database any more: it is kept as it is, which is all that can be done for it.
  }
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${keptAs}${ending}`);
  }
}
