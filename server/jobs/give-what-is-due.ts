import type { LoadedSpell, Store } from '../../db/store.ts';
import { TIMER_ACTOR } from '../../domain/actor.ts';
import type { DueContext } from '../../domain/escalation/level-due.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import type { Clock, Services } from '../services.ts';

/** Each slot is so long; slots are counted in UTC, which no clock change moves. */
const SLOT_MS = 60_000;

export type TimerDeps = {
  store: Pick<Store, 'beginJob' | 'endJob'>;
  projection: Pick<BoardProjection, 'spells' | 'lookups'>;
  execute: Services['execute'];
  clock: Clock;
};

/** What a timer orders of one stay, as it is now. Each order's id is made from what it is about. */
export type OrdersFor = (stay: LoadedSpell, context: DueContext) => object[];

/**
 * Gives what a job orders, once in the slot that is now, through the same door as everyone's changes.
 * Whatever fell due while nobody ran this is ordered by the next run: what is due is asked of the
 * stays as they are, not of a list of alarms. A run that was cut off left its slot without an end and
 * is done again; its commands are the same commands.
 */
export async function giveWhatIsDue(
  { store, projection, execute, clock }: TimerDeps,
  job: string,
  ordersFor: OrdersFor,
): Promise<void> {
  const now = clock.now();
  const slot = new Date(Math.floor(Date.parse(now) / SLOT_MS) * SLOT_MS).toISOString();
  if (!(await store.beginJob({ job, slot }, now))) return;
  const { settings } = projection.lookups();
  const context = { now: clock.now(), timeZone: clock.timeZone, settings };
  let changes = 0;
  for (const order of [...projection.spells()].flatMap((stay) => ordersFor(stay, context))) {
    const answer = await execute(TIMER_ACTOR, order);
    // A refusal, or nothing new, means that somebody did it meanwhile.
    if (answer.ok) changes += 1;
  }
  await store.endJob({ job, slot }, clock.now(), changes);
}
