import type { DelayReason } from '../delay/delay-reasons.ts';
import { DELAY_REASONS, NO_REASON } from '../delay/delay-reasons.ts';
import { primaryTask } from '../delay/primary-reason.ts';
import { taskTypeName } from '../tasks/catalogue.ts';
import type { TaskOwner, TaskState } from '../tasks/task-types.ts';
import {
  TASK_OWNERS,
  TASK_OWNER_NAMES,
  TASK_STATE_NAMES,
  isOpenState,
} from '../tasks/task-types.ts';
import type { CalendarDay } from '../time.ts';
import { addDays } from '../time.ts';
import type { DayContext } from './delay-day-reasons.ts';
import type { ReportTable } from './report-table.ts';
import { remainingDays } from './standing.ts';
import type { StayStory } from './stay-story.ts';
import { stayAt } from './stay-story.ts';

/** One day of delay of one stay: the task that was waited for, and who else had to do something. */
export type WaitDay = {
  day: CalendarDay;
  waitedFor: {
    taskId: string;
    task: string;
    owner: TaskOwner;
    state: TaskState;
  } | null;
  /** The main reason when the day ended; null: none recorded. */
  reason: DelayReason | null;
  /** Teams with another open task that blocks. */
  alsoWaiting: TaskOwner[];
};

/**
 * The days that one person was in hospital without criteria to reside, until a day, each with
 * whom they waited for when it ended: the rule of the main reason (handbook 4).
 */
export function waitDays(
  story: StayStory,
  until: CalendarDay,
  { endOf, catalogueAt, timeZone }: DayContext,
): WaitDay[] {
  const days = remainingDays(story.stay, { from: story.stay.admittedOn, to: until });
  const states = stayAt(story, days.map(endOf));
  return days.map((day, at) => {
    const tasks = states[at]?.tasks ?? [];
    const catalogue = catalogueAt(endOf(day));
    const waited = primaryTask(tasks, { catalogue, timeZone });
    const others = tasks.filter(
      (task) => task.blocking && isOpenState(task.state) && task.id !== waited?.task.id,
    );
    const owners = new Set(others.map(({ owner }) => owner));
    return {
      day,
      waitedFor: waited && {
        taskId: waited.task.id,
        task: taskTypeName(catalogue, waited.task.type),
        owner: waited.task.owner,
        state: waited.task.state,
      },
      reason: states[at]?.chosenReason?.reason ?? waited?.reason ?? null,
      alsoWaiting: TASK_OWNERS.filter((owner) => owners.has(owner)),
    };
  });
}

/** Days one after another on which one task was waited for in one state, for one reason. */
export type WaitSpan = Pick<WaitDay, 'waitedFor' | 'reason'> & {
  from: CalendarDay;
  to: CalendarDay;
  days: number;
};

export function waitSpans(days: readonly WaitDay[]): WaitSpan[] {
  const spans: WaitSpan[] = [];
  for (const { day, waitedFor, reason } of days) {
    const last = spans.at(-1);
    const wait = { waitedFor, reason };
    const goesOn = last !== undefined && isSameWait(last, wait) && addDays(last.to, 1) === day;
    if (goesOn) Object.assign(last, { to: day, days: last.days + 1 });
    else spans.push({ ...wait, from: day, to: day, days: 1 });
  }
  return spans;
}

type Wait = Pick<WaitDay, 'waitedFor' | 'reason'>;

function isSameWait(one: Wait, other: Wait): boolean {
  const [a, b] = [one.waitedFor, other.waitedFor];
  const isSameTask = a?.taskId === b?.taskId && a?.state === b?.state && a?.owner === b?.owner;
  return isSameTask && one.reason === other.reason;
}

/** Whom somebody waited for, first to last. */
export function waitsTable(spans: readonly WaitSpan[]): ReportTable {
  return {
    id: 'waits',
    title: 'Whom they waited for',
    rowsAre: 'From',
    columns: [
      { key: 'to', name: 'To', kind: 'day' },
      { key: 'days', name: 'Days', kind: 'count' },
      { key: 'team', name: 'Team', kind: 'text' },
      { key: 'task', name: 'Task', kind: 'text' },
      { key: 'state', name: 'State', kind: 'text' },
      { key: 'reason', name: 'Reason', kind: 'text' },
    ],
    rows: spans.map(({ from, to, days, ...wait }) => ({
      id: from,
      name: from,
      cells: [to, days, ...cellsOf(wait)],
    })),
  };
}

function cellsOf({ waitedFor, reason }: Wait): (string | null)[] {
  const why = reason === null ? null : DELAY_REASONS[reason];
  if (waitedFor === null) return [reason === null ? NO_REASON : null, null, null, why];
  const { owner, task, state } = waitedFor;
  return [TASK_OWNER_NAMES[owner], task, TASK_STATE_NAMES[state], why];
}

/** `14 days for social care, 3 for the hub, 2 without a reason recorded`, the most first. */
export function waitsInWords(days: readonly WaitDay[]): string {
  const counts = [...TASK_OWNERS, null].map((owner) => ({
    name: owner === null ? NO_REASON : TASK_OWNER_NAMES[owner],
    days: days.filter(({ waitedFor }) => (waitedFor?.owner ?? null) === owner).length,
  }));
  const some = counts.filter((each) => each.days > 0).sort((a, b) => b.days - a.days);
  return some.map((each) => `${each.name} ${each.days}`).join(', ');
}
