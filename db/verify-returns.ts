import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { readEachReturn, readReturnVersions } from './queries/return-versions.ts';
import { changedVersions } from './return-hash.ts';

/** How many versions of returns there are, and which are not any more as they were written. */
export function verifyReturns(db: Database.Database): { total: number; changed: string[] } {
  const orm = drizzle(db);
  let total = 0;
  const changed: string[] = [];
  for (const which of readEachReturn(orm)) {
    const versions = readReturnVersions(orm, which);
    total += versions.length;
    for (const { version } of changedVersions(versions)) {
      changed.push(`${which.part} of ${which.day}, version ${version}`);
    }
  }
  return { total, changed };
}
