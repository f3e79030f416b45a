import { isChaseDue } from '../../domain/actions/chase-due.ts';
import { calendarDay } from '../../domain/time.ts';
import { commandIdOf } from '../command-id.ts';
import type { OrdersFor, TimerDeps } from './give-what-is-due.ts';
import { giveWhatIsDue } from './give-what-is-due.ts';

/** Chases whoever has an action whose day has passed, once on each day of their work. */
export async function chaseActions(deps: TimerDeps): Promise<void> {
  await giveWhatIsDue(deps, 'chase actions', ordersFor);
}

const ordersFor: OrdersFor = ({ spell, seq }, context) => {
  const day = calendarDay(context.now, context.timeZone);
  return spell.actions
    .filter((action) => isChaseDue(spell, action, context))
    .map(({ id: actionId }) => {
      // With the seq: what was refused because the stay was just changing is asked anew.
      const id = commandIdOf(['ChaseAction', actionId, day, seq]);
      return { id, type: 'ChaseAction', spellId: spell.id, actionId };
    });
};
