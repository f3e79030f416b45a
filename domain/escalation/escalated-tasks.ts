import type { Audience } from '../actor.ts';
import { isOnBoardOf, sightFacts } from '../audience.ts';
import { dischargeReadyDate } from '../delay/delay-days.ts';
import { canSeeTask } from '../spell/card-task.ts';
import type { Spell } from '../spell/state.ts';
import type { Task } from '../tasks/task.ts';
import type { CalendarDay } from '../time.ts';
import type { Escalation, EscalationLevel } from './escalation.ts';
import { escalatedTo, openEscalation } from './escalation.ts';

/** A task that is raised and not settled, as one reader may see it. */
export type EscalatedTask = {
  spellId: string;
  task: Task;
  level: EscalationLevel;
  raised: Escalation;
  /** Since when the person has been ready; null while they are not, and for housing. */
  readySince: CalendarDay | null;
};

/**
 * What is escalated of the stays that a reader sees: first what nobody has taken on, and of that
 * what holds up those who have been ready for longest; then the longest raised. Of somebody who has
 * left there is nothing to do any more.
 */
export function escalatedTasks(spells: Iterable<Spell>, reader: Audience): EscalatedTask[] {
  const found: EscalatedTask[] = [];
  for (const spell of spells) {
    if (spell.discharge !== null || !isOnBoardOf(reader, sightFacts(spell))) continue;
    for (const task of spell.tasks) {
      const raised = openEscalation(task);
      const level = escalatedTo(task);
      if (raised === null || level === null || !canSeeTask(reader, task)) continue;
      // The order would tell housing who is ready.
      const isTold = reader.role !== 'housing';
      const readySince = isTold ? dischargeReadyDate(spell.nctrPeriods) : null;
      const shown = forReader(raised, reader);
      found.push({ spellId: spell.id, task, level, raised: shown, readySince });
    }
  }
  return found.sort(
    (one, other) =>
      Number(one.raised.acknowledged !== null) - Number(other.raised.acknowledged !== null) ||
      compare(one.readySince ?? NEVER, other.readySince ?? NEVER) ||
      compare(one.raised.raisedAt, other.raised.raisedAt) ||
      compare(one.task.id, other.task.id),
  );
}

/** Housing reads no words about a task from when it was another team's (handbook 10). */
function forReader(raised: Escalation, { role }: Audience): Escalation {
  if (role !== 'housing' || raised.owner === 'lightbulb') return raised;
  return { ...raised, need: null, acknowledged: null };
}

const NEVER = '9999';

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
