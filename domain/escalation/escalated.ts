import type { Audience } from '../actor.ts';
import { isOnBoardOf, sightFacts } from '../audience.ts';
import { dischargeReadyDate } from '../delay/delay-days.ts';
import { canSeeTask } from '../spell/card-task.ts';
import type { Spell } from '../spell/state.ts';
import type { Task } from '../tasks/task.ts';
import type { CalendarDay } from '../time.ts';
import type { Escalation, EscalationLevel, TaskEscalation } from './escalation.ts';
import { escalatedTo, openEscalation } from './escalation.ts';
import { openStayEscalation } from './stay-escalation.ts';

/** A task, or a stay itself, that is raised and not settled, as one reader may see it. */
export type Escalated = {
  spellId: string;
  /** Null where the stay itself is raised. */
  task: Task | null;
  level: EscalationLevel;
  raised: Escalation;
  /** Since when the person has been ready; null while they are not, and for housing. */
  readySince: CalendarDay | null;
};

/**
 * What is escalated of the stays that a reader sees: first what nobody has taken on, and of that
 * what holds up those who have been ready for longest; then the longest raised. Of somebody who has
 * left there is nothing to do any more. That a stay is raised would tell housing who is delayed.
 */
export function escalated(spells: Iterable<Spell>, reader: Audience): Escalated[] {
  const found: Escalated[] = [];
  const isTold = reader.role !== 'housing';
  for (const spell of spells) {
    if (spell.discharge !== null || !isOnBoardOf(reader, sightFacts(spell))) continue;
    const spellId = spell.id;
    // The order would tell housing who is ready.
    const readySince = isTold ? dischargeReadyDate(spell.nctrPeriods) : null;
    const stay = isTold ? openStayEscalation(spell) : null;
    if (stay !== null) {
      found.push({ spellId, task: null, level: stay.level, raised: stay, readySince });
    }
    for (const task of spell.tasks) {
      const raised = openEscalation(task);
      const level = escalatedTo(task);
      if (raised === null || level === null || !canSeeTask(reader, task)) continue;
      found.push({ spellId, task, level, raised: forReader(raised, reader), readySince });
    }
  }
  return found.sort(
    (one, other) =>
      Number(one.raised.acknowledged !== null) - Number(other.raised.acknowledged !== null) ||
      compare(one.readySince ?? NEVER, other.readySince ?? NEVER) ||
      compare(one.raised.raisedAt, other.raised.raisedAt) ||
      compare(one.task?.id ?? '', other.task?.id ?? '') ||
      compare(one.spellId, other.spellId),
  );
}

/** Housing reads no words about a task from when it was another team's (handbook 10). */
function forReader(raised: TaskEscalation, { role }: Audience): TaskEscalation {
  if (role !== 'housing' || raised.owner === 'lightbulb') return raised;
  return { ...raised, need: null, acknowledged: null };
}

const NEVER = '9999';

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
