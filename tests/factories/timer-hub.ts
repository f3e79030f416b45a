import type Database from 'better-sqlite3';
import { sqliteStore } from '../../db/sqlite-store.ts';
import type { Store } from '../../db/store.ts';
import { createExecute } from '../../server/commands/execute-command.ts';
import { chaseActions } from '../../server/jobs/chase-actions.ts';
import { raiseWhatIsDue } from '../../server/jobs/raise-what-is-due.ts';
import { createBoardProjection } from '../../server/realtime/board-projection.ts';
import { createPublisher } from '../../server/realtime/publisher.ts';
import type { Clock } from '../../server/services.ts';

/** What timers work on, without a server around it: opened anew on one database, it is a restart. */
export async function timerHub(
  db: Database.Database,
  clock: Clock,
  breakStore: (store: Store) => Partial<Store> = () => ({}),
) {
  const whole = sqliteStore(db);
  const store = { ...whole, ...breakStore(whole) };
  const projection = await createBoardProjection(store, clock);
  const onFault = (fault: unknown) => {
    throw fault;
  };
  const publisher = createPublisher({ store, projection, onFault });
  const findActor = async () => null;
  const execute = createExecute({ store, projection, publisher, clock, findActor });
  const tick = () => raiseWhatIsDue({ store, projection, execute, clock });
  const chase = () => chaseActions({ store, projection, execute, clock });
  return { store, projection, execute, tick, chase };
}
