import type { ActionView } from '../domain/actions/action-sight.ts';
import { TASK_OWNER_NAMES } from '../domain/tasks/task-types.ts';
import { formatDay, formatInstant } from '../domain/time.ts';
import { countDays } from './count-words.ts';

/** Whose an action is: `Priya Shah, Ward`, or the team where nobody is named. */
export function whoseAction({ person, owner }: Pick<ActionView, 'person' | 'owner'>): string {
  return [person?.name, TASK_OWNER_NAMES[owner]].filter(Boolean).join(', ');
}

/** `3 days overdue, was due Fri 20 Nov`; by when, while that has not passed. */
export function dayOfAction({ dueOn }: Pick<ActionView, 'dueOn'>, daysOverdue: number): string {
  if (daysOverdue === 0) return `by ${formatDay(dueOn)}`;
  return `${countDays(daysOverdue)} overdue, was due ${formatDay(dueOn)}`;
}

/** How often it was chased, and when last; null where it never was. */
export function chasesInWords(
  { chases }: Pick<ActionView, 'chases'>,
  timeZone: string,
): string | null {
  const last = chases.at(-1);
  if (last === undefined) return null;
  const times = chases.length === 1 ? 'once' : `${chases.length} times, last`;
  return `Chased ${times} by ${last.by.name}, ${formatInstant(last.at, timeZone)}`;
}
