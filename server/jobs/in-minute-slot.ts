import type { Store } from '../../db/store.ts';
import type { Clock } from '../services.ts';

/** Each slot is so long; slots are counted in UTC, which no clock change moves. */
const SLOT_MS = 60_000;

type Deps = { store: Pick<Store, 'beginJob' | 'endJob'>; clock: Clock };

/**
 * Does a job once in the slot that is now; `work` answers how many changes it made. A run that was
 * cut off left its slot without an end, and is done again.
 */
export async function inMinuteSlot(
  { store, clock }: Deps,
  job: string,
  work: () => Promise<number>,
): Promise<void> {
  const now = clock.now();
  const slot = new Date(Math.floor(Date.parse(now) / SLOT_MS) * SLOT_MS).toISOString();
  if (!(await store.beginJob({ job, slot }, now))) return;
  const changes = await work();
  await store.endJob({ job, slot }, clock.now(), changes);
}
