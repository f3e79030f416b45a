import { existsSync } from 'node:fs';
import type { Instant } from '../domain/time.ts';
import type { AccountStore } from './account-store.ts';
import { backUp } from './backup.ts';
import { DatabaseFault } from './database-fault.ts';
import { acquireLock } from './lock.ts';
import type { Migrated } from './migrate.ts';
import { migrateFile } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { sqliteAccountStore } from './sqlite-account-store.ts';
import { sqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

export type OpenHub = {
  store: Store;
  accounts: AccountStore;
  migrated: Migrated;
  /** A checked copy in a single file, while the hub goes on. */
  backUp(file: string): Promise<void>;
  /** Closes the database and lets others have it. */
  close(): Promise<void>;
};

/**
 * Opens a database for the one server that may write it: locked, brought up to date, checked.
 * Throws a `DatabaseFault` with a line for whoever starts the server.
 */
export async function openHub(file: string, options: { at: Instant }): Promise<OpenHub> {
  // Before the lock, which would leave a side file beside a database that is not there.
  if (!existsSync(file)) throw new DatabaseFault('missing', `There is no database at ${file}.`);
  const lock = acquireLock(file);
  try {
    openDatabase(file).close();
    const migrated = await migrateFile(file, options);
    const db = openDatabase(file);
    // Whoever finds it held elsewhere waits in `inTurn`, where the others go on meanwhile.
    db.pragma('busy_timeout = 0');
    const store = sqliteStore(db);
    return {
      store,
      accounts: sqliteAccountStore(db),
      migrated,
      backUp: (target) => backUp(db, target),
      close: async () => {
        await store.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
