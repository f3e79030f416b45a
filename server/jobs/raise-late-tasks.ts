import type { LoadedSpell, Store } from '../../db/store.ts';
import { TIMER_ACTOR } from '../../domain/actor.ts';
import { levelDue } from '../../domain/escalation/level-due.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import type { Clock, Services } from '../services.ts';
import { commandIdOf } from '../command-id.ts';

const JOB = 'raise late tasks';
/** Each slot is so long; slots are counted in UTC, which no clock change moves. */
export const SLOT_MS = 60_000;

type Deps = {
  store: Pick<Store, 'beginJob' | 'endJob'>;
  projection: Pick<BoardProjection, 'spells' | 'lookups'>;
  execute: Services['execute'];
  clock: Clock;
};

/**
 * Raises what is long past its target, once in each slot, through the same door as everyone's
 * changes. Whatever fell due while nobody ran this is raised by the next run: what is due is asked of
 * the tasks as they are, not of a list of alarms. A run that was cut off is done again; its commands
 * are the same commands.
 */
export async function raiseLateTasks({ store, projection, execute, clock }: Deps): Promise<void> {
  const now = clock.now();
  const slot = new Date(Math.floor(Date.parse(now) / SLOT_MS) * SLOT_MS).toISOString();
  if (!(await store.beginJob({ job: JOB, slot }, now))) return;
  const context = { now, timeZone: clock.timeZone, settings: projection.lookups().settings };
  let changes = 0;
  for (const order of [...projection.spells()].flatMap((stay) => ordersFor(stay, context))) {
    const answer = await execute(TIMER_ACTOR, order);
    // A refusal, or nothing new, means that somebody settled it meanwhile.
    if (answer.ok) changes += 1;
  }
  await store.endJob({ job: JOB, slot }, clock.now(), changes);
}

function ordersFor({ spell, seq }: LoadedSpell, context: Parameters<typeof levelDue>[2]) {
  return spell.tasks.flatMap((task) => {
    const to = levelDue(spell, task, context);
    if (to === null) return [];
    // With the seq: what was refused because the stay was just changing is asked anew.
    const id = commandIdOf(['Escalate', task.id, to, seq]);
    return [{ id, type: 'Escalate', spellId: spell.id, taskId: task.id, to }];
  });
}
