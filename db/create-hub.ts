import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { CalendarDay, Instant } from '../domain/time.ts';
import { putInPlace, removeDatabase } from './database-file.ts';
import { DatabaseFault } from './database-fault.ts';
import type { HubContents } from './hub-contents.ts';
import { fillNewHub } from './hub-contents.ts';
import { acquireLock } from './lock.ts';
import { migrateFile } from './migrate.ts';
import { openDatabase } from './open-database.ts';

export type NewHub = Omit<HubContents, 'mark'> & {
  /** The day a demo is made for; null for a hub with real patients. */
  demoDay: CalendarDay | null;
  at: Instant;
};

/**
 * Makes a new database with its wards, catalogue and mark, and lets `fill` (a seed) write more
 * into it. It gets its name when all of that is done. Refuses where a file is already.
 */
export async function createHub(
  file: string,
  { demoDay, at, ...contents }: NewHub,
  fill?: (db: Database.Database) => void | Promise<void>,
): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const lock = acquireLock(file);
  const part = `${file}.part`;
  try {
    if (existsSync(file)) {
      throw new DatabaseFault('exists', `There is a file at ${file} already. Move it away first.`);
    }
    removeDatabase(part);
    await migrateFile(part, { at });
    const db = openDatabase(part);
    try {
      // Nothing of it counts until the end, where the whole file is brought to disk.
      db.pragma('synchronous = OFF');
      // Years of stays in one transaction: a write-ahead log of gigabytes is slow to read from.
      db.pragma('journal_mode = MEMORY');
      db.pragma('cache_size = -262144');
      const mark = { epoch: randomUUID(), isDemo: demoDay !== null, demoDay };
      fillNewHub(db, { ...contents, mark });
      await fill?.(db);
      // For the query planner, which otherwise guesses how many rows there are.
      db.exec('ANALYZE');
      db.pragma('journal_mode = WAL');
    } finally {
      db.close();
    }
    putInPlace(part, file);
  } catch (error) {
    removeDatabase(part);
    throw error;
  } finally {
    lock.release();
  }
}
