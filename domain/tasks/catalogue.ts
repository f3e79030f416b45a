import type { DelayReason } from '../delay/delay-reasons.ts';
import { capital } from '../first-letter.ts';
import type { Place } from '../persons/place.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { addDays, calendarDay, startOfDay } from '../time.ts';
import { addWorkingDays } from '../working-days.ts';
import type { TaskOwner, TaskState, TaskType } from './task-types.ts';
import { isOpenState } from './task-types.ts';
import type { WorkingTimes } from './working-hours.ts';
import { addTeamHours, dayOfWork, onWorkday } from './working-hours.ts';

/**
 * How soon a task should be done, in the working time of the team that does it. `same_day` ends at
 * midnight; `day_before` is the eve of the EDD.
 */
export type TaskTarget =
  | { kind: 'hours'; hours: number }
  | { kind: 'same_day' }
  | { kind: 'days'; days: number }
  | { kind: 'working_days'; days: number }
  | { kind: 'day_before' };

/** A type of task: what it is called, who does it, how soon, and why somebody waits for it. */
export type CatalogueEntry = {
  type: TaskType;
  name: string;
  owner: TaskOwner;
  target: TaskTarget;
  processReason: DelayReason;
  capacityReason: DelayReason | null;
  /** Whether people may still add it. No type is ever taken away: there may be tasks of it. */
  isOffered: boolean;
};

/** Every type that rules know has its entry; those that the hub made have theirs by their key. */
export type TaskCatalogue = Readonly<Record<TaskType, CatalogueEntry>>;

/** Tasks that go together and are added at once, such as those of a home with a package of care. */
export type TaskSet = {
  key: string;
  name: string;
  tasks: readonly { type: TaskType; blocking: boolean }[];
};

/** Its entries in the order in which people see them. */
export function entriesOf(catalogue: TaskCatalogue): CatalogueEntry[] {
  return Object.values(catalogue);
}

/**
 * What a type is called. One that is newer than the catalogue at hand (a browser that has not heard
 * of it yet) goes by the words of its key.
 */
export function taskTypeName(catalogue: TaskCatalogue, type: TaskType): string {
  return catalogue[type]?.name ?? wordsOfKey(type);
}

function wordsOfKey(type: TaskType): string {
  return capital(type.replace(/^own_/, '').replaceAll('_', ' '));
}

/**
 * Who does a task for somebody from a place. Leicester and Rutland run their own adaptations,
 * so a major one is theirs; Leicestershire's are Lightbulb's. What a council would do is the hub's
 * while the council is not known, or is none of the three: nobody else would see it (handbook 5).
 */
export function ownerFor(entry: CatalogueEntry, place: Place): TaskOwner {
  const isMajorAdaptation = entry.type === 'major_adaptation' && entry.owner === 'lightbulb';
  if (place === 'unknown' || place === 'out_of_area') {
    return entry.owner === 'social_care' || isMajorAdaptation ? 'hub' : entry.owner;
  }
  return isMajorAdaptation && place !== 'leicestershire' ? 'social_care' : entry.owner;
}

const MINUTE_MS = 60_000;

export type DueContext = {
  now: Instant;
  timeZone: string;
  edd: CalendarDay | null;
  settings: WorkingTimes;
};

/**
 * When a task that a team is given now should be done by, to the whole minute; null where it hangs
 * on an EDD that is not set. Hours are those that the team works; what ends on a day when it does
 * not work is due on the next that it does (handbook 5). The eve of the EDD stays the eve.
 */
export function dueAtFor(
  target: TaskTarget,
  owner: TaskOwner,
  { now, timeZone, edd, settings }: DueContext,
): Instant | null {
  const today = calendarDay(now, timeZone);
  const endOf = (day: CalendarDay) => startOfDay(addDays(day, 1), timeZone);
  switch (target.kind) {
    case 'hours':
      return addTeamHours(wholeMinute(now), target.hours, owner, settings, timeZone);
    case 'same_day':
      return endOf(dayOfWork(now, owner, settings, timeZone));
    case 'days':
      return endOf(onWorkday(addDays(today, target.days), owner, settings));
    case 'working_days':
      return endOf(addWorkingDays(today, target.days, new Set(settings.bankHolidays)));
    case 'day_before':
      return edd === null ? null : endOf(addDays(edd, -1));
    default:
      return target satisfies never;
  }
}

/** Rounded up: a target that people read by the minute is not missed by seconds. */
function wholeMinute(instant: Instant): Instant {
  return new Date(Math.ceil(Date.parse(instant) / MINUTE_MS) * MINUTE_MS).toISOString();
}

type Dated = {
  id: string;
  type: TaskType;
  owner: TaskOwner;
  state: TaskState;
  dueAt: Instant | null;
};

/**
 * The open tasks whose target is the eve of the EDD, with what it becomes when the EDD moves. One to
 * which somebody gave another target keeps it.
 */
export function movedWithEdd<T extends Dated>(
  tasks: readonly T[],
  { before, after }: { before: CalendarDay | null; after: CalendarDay },
  catalogue: TaskCatalogue,
  context: Omit<DueContext, 'edd'>,
): { task: T; dueAt: Instant | null }[] {
  return tasks.flatMap((task) => {
    const target = catalogue[task.type]?.target;
    if (target?.kind !== 'day_before' || !isOpenState(task.state)) return [];
    const dueBy = (edd: CalendarDay | null) => dueAtFor(target, task.owner, { ...context, edd });
    return task.dueAt === dueBy(before) ? [{ task, dueAt: dueBy(after) }] : [];
  });
}
