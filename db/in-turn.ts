import { setTimeout as delay } from 'node:timers/promises';
import { sqliteFamily } from './database-fault.ts';

const TRY_AGAIN_MS = 20;
const WAIT_MS = 5_000;

/**
 * The port is asynchronous, SQLite is not: what is thrown must still come as a rejection. While
 * another program holds the database the work is tried again for a while; SQLite itself would wait
 * with everything else standing still.
 */
export async function inTurn<T>(work: () => T): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += TRY_AGAIN_MS) {
    try {
      return work();
    } catch (error) {
      if (!isHeldElsewhere(error) || waitedMs >= WAIT_MS) throw error;
    }
    await delay(TRY_AGAIN_MS);
  }
}

/** The query layer wraps what SQLite says. */
function isHeldElsewhere(error: unknown): boolean {
  const isWrapped = error instanceof Error && error.cause !== undefined;
  return sqliteFamily(isWrapped ? error.cause : error) === 'SQLITE_BUSY';
}
