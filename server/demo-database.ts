import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { DatabaseFault } from '../db/database-fault.ts';
import { putInPlace, removeDatabase } from '../db/database-file.ts';
import { acquireLock } from '../db/lock.ts';
import { openDatabase } from '../db/open-database.ts';
import { readMark } from '../db/queries/lookups.ts';
import type { StaysProgress } from '../db/seed/write-stays.ts';
import type { HubMark } from '../db/store.ts';
import type { CalendarDay } from '../domain/time.ts';
import { createPasswords } from './accounts/passwords.ts';
import type { Clock } from './services.ts';
import { StartProblem } from './start-problem.ts';

const PROGRESS_EVERY_MS = 3_000;

export type DemoSize = {
  seed: string;
  openSpells?: number;
  finishedDays?: number;
  tasksTarget?: number;
};

/** The day that a demo was made for; null when there is no file. Throws for a file of another kind. */
export function demoDayOf(file: string): CalendarDay | null {
  if (!existsSync(file)) return null;
  const mark = markOf(file);
  if (mark?.isDemo === true) return mark.demoDay ?? '';
  throw new StartProblem(`${file} was not made by the demonstration, so it is left alone.`);
}

/**
 * Makes a demo database, in place of an older demo if there is one. The new file gets its name
 * when it is whole; nothing else is ever replaced, and nothing that a server is using.
 */
export async function makeDemoDatabase(
  file: string,
  size: DemoSize,
  { clock, tell }: { clock: Clock; tell: (line: string) => void },
): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  demoDayOf(file);
  const lock = acquireLock(file);
  const unfinished = `${file}.new`;
  try {
    removeDatabase(unfinished);
    // Only the seed needs the names and statistics behind it.
    const { makeDemo } = await import('../db/seed/make-demo.ts');
    const counts = await makeDemo({
      ...size,
      path: unfinished,
      now: clock.now(),
      timeZone: clock.timeZone,
      hashPassword: (password) => createPasswords().hash(password),
      onProgress: tellNowAndThen(tell),
    });
    removeDatabase(file);
    putInPlace(unfinished, file);
    tell(
      `${file}: ${count(counts.openSpells)} people in hospital, ${count(counts.spells)} stays, ${count(counts.events)} events.`,
    );
  } finally {
    removeDatabase(unfinished);
    // Nobody but the holder of this lock makes the unfinished file.
    rmSync(`${unfinished}.lock`, { force: true });
    lock.release();
  }
}

/** Progress comes in thousands of stays; people want to know every few seconds. */
export function tellNowAndThen(tell: (line: string) => void): (progress: StaysProgress) => void {
  let toldAt = Date.now();
  return ({ stays, events, until }) => {
    if (Date.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = Date.now();
    tell(`  ${count(stays)} stays, ${count(events)} events, up to ${until.slice(0, 10)}`);
  };
}

/** What a file says it is; null when it is no database of the hub. */
function markOf(file: string): HubMark | null {
  try {
    const db = openDatabase(file, { isReadOnly: true });
    try {
      return readMark(drizzle(db));
    } finally {
      db.close();
    }
  } catch (error) {
    // Locked or forbidden says nothing about what it is; anything else says that it is not ours.
    const isUnknown = error instanceof DatabaseFault && error.code !== 'not_a_database';
    if (isUnknown) throw error;
    return null;
  }
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
