import Database from 'better-sqlite3';
import { DatabaseFault, faultOf, sqliteFamily } from './database-fault.ts';

export type DatabaseLock = { release(): void };

/**
 * The right to be the only program that writes a database: a SQLite lock on `<file>.lock`, which
 * the operating system frees however the holder ends. The side file itself stays; deleting it
 * would let two holders lock two files of one name.
 */
export function acquireLock(databaseFile: string): DatabaseLock {
  const lockFile = `${databaseFile}.lock`;
  let side: Database.Database | undefined;
  try {
    const held = new Database(lockFile, { timeout: 0 });
    side = held;
    held.exec('BEGIN EXCLUSIVE');
    return {
      release() {
        held.close();
      },
    };
  } catch (error) {
    side?.close();
    if (sqliteFamily(error) !== 'SQLITE_BUSY') throw faultOf(error, lockFile);
    throw new DatabaseFault(
      'locked',
      `Another server or command is using ${databaseFile}. Stop it first.`,
      { cause: error },
    );
  }
}
