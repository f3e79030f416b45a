import type { EscalationLevel } from '../../domain/escalation/escalation.ts';
import { levelDue } from '../../domain/escalation/level-due.ts';
import { stayDue } from '../../domain/escalation/stay-due.ts';
import { commandIdOf } from '../command-id.ts';
import type { OrdersFor, TimerDeps } from './give-what-is-due.ts';
import { giveWhatIsDue } from './give-what-is-due.ts';

/** Raises tasks long past their target, and stays that the rules about delays bring up. */
export async function raiseWhatIsDue(deps: TimerDeps): Promise<void> {
  await giveWhatIsDue(deps, 'raise what is due', ordersFor);
}

const ordersFor: OrdersFor = ({ spell, seq }, context) => {
  const order = (taskId: string | null, to: EscalationLevel) => ({
    // With the seq: what was refused because the stay was just changing is asked anew.
    id: commandIdOf(['Escalate', taskId ?? spell.id, to, seq]),
    ...{ type: 'Escalate', spellId: spell.id, taskId, to },
  });
  const ofTasks = spell.tasks.flatMap((task) => {
    const to = levelDue(spell, task, context);
    return to === null ? [] : [order(task.id, to)];
  });
  const ofStay = stayDue(spell, context);
  return ofStay === null ? ofTasks : [...ofTasks, order(null, ofStay.to)];
};
