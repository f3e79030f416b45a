import type { LoadedSpell, Store } from '../../db/store.ts';
import { isChaseDue } from '../../domain/actions/chase-due.ts';
import { TIMER_ACTOR } from '../../domain/actor.ts';
import { calendarDay } from '../../domain/time.ts';
import { commandIdOf } from '../command-id.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import type { Clock, Services } from '../services.ts';
import { inMinuteSlot } from './in-minute-slot.ts';

const JOB = 'chase actions';

type Deps = {
  store: Pick<Store, 'beginJob' | 'endJob'>;
  projection: Pick<BoardProjection, 'spells' | 'lookups'>;
  execute: Services['execute'];
  clock: Clock;
};

/**
 * Chases whoever has an action whose day has passed, once on each day of their work, through the same
 * door as everyone's changes. What is due is asked of the actions as they are, so that a run which
 * was cut off, or comes twice, gives the same commands.
 */
export async function chaseActions({ store, projection, execute, clock }: Deps): Promise<void> {
  await inMinuteSlot({ store, clock }, JOB, async () => {
    const { settings } = projection.lookups();
    const context = { now: clock.now(), timeZone: clock.timeZone, settings };
    let changes = 0;
    for (const order of [...projection.spells()].flatMap((stay) => ordersFor(stay, context))) {
      const answer = await execute(TIMER_ACTOR, order);
      // A refusal, or nothing new, means that somebody finished it meanwhile.
      if (answer.ok) changes += 1;
    }
    return changes;
  });
}

function ordersFor({ spell, seq }: LoadedSpell, context: Parameters<typeof isChaseDue>[2]) {
  const day = calendarDay(context.now, context.timeZone);
  return spell.actions
    .filter((action) => isChaseDue(spell, action, context))
    .map(({ id: actionId }) => {
      // With the seq: what was refused because the stay was just changing is asked anew.
      const id = commandIdOf(['ChaseAction', actionId, day, seq]);
      return { id, type: 'ChaseAction', spellId: spell.id, actionId };
    });
}
