import type { LoadedSpell, Store } from '../../db/store.ts';
import { TIMER_ACTOR } from '../../domain/actor.ts';
import type { EscalationLevel } from '../../domain/escalation/escalation.ts';
import type { DueContext } from '../../domain/escalation/level-due.ts';
import { levelDue } from '../../domain/escalation/level-due.ts';
import { stayDue } from '../../domain/escalation/stay-due.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import type { Clock, Services } from '../services.ts';
import { commandIdOf } from '../command-id.ts';
import { inMinuteSlot } from './in-minute-slot.ts';

const JOB = 'raise what is due';

type Deps = {
  store: Pick<Store, 'beginJob' | 'endJob'>;
  projection: Pick<BoardProjection, 'spells' | 'lookups'>;
  execute: Services['execute'];
  clock: Clock;
};

/**
 * Raises tasks long past their target, and stays that the rules about delays bring up, once in each
 * slot, through the same door as everyone's changes. Whatever fell due while nobody ran this is
 * raised by the next run: what is due is asked of the stays as they are, not of a list of alarms. A
 * run that was cut off is done again; its commands are the same commands.
 */
export async function raiseWhatIsDue({ store, projection, execute, clock }: Deps): Promise<void> {
  await inMinuteSlot({ store, clock }, JOB, async () => {
    const { settings } = projection.lookups();
    const context = { now: clock.now(), timeZone: clock.timeZone, settings };
    let changes = 0;
    for (const order of [...projection.spells()].flatMap((stay) => ordersFor(stay, context))) {
      const answer = await execute(TIMER_ACTOR, order);
      // A refusal, or nothing new, means that somebody settled it meanwhile.
      if (answer.ok) changes += 1;
    }
    return changes;
  });
}

function ordersFor({ spell, seq }: LoadedSpell, context: DueContext) {
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
}
