import type { DelayReason } from '../delay/delay-reasons.ts';
import { DELAY_REASONS, REASON_GROUPS, NO_REASON } from '../delay/delay-reasons.ts';
import { primaryTask } from '../delay/primary-reason.ts';
import type { TaskCatalogue } from '../tasks/catalogue.ts';
import type { TaskOwner } from '../tasks/task-types.ts';
import { TASK_OWNERS, TASK_OWNER_NAMES } from '../tasks/task-types.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { addDays, startOfDay } from '../time.ts';
import type { DayRange } from './months.ts';
import { ratio } from './ready-date-statistics.ts';
import type { ReportTable, TableColumn, TableRow } from './report-table.ts';
import { remainingDays } from './standing.ts';
import type { StayStory } from './stay-story.ts';
import { stayAt } from './stay-story.ts';

/** One day on whose end somebody was here without criteria to reside, and what they waited for. */
export type DelayDay = {
  spellId: string;
  day: CalendarDay;
  /** Null: no reason recorded. */
  reason: DelayReason | null;
  /** The team that the person waited for. */
  owner: TaskOwner | null;
};

/** What the reasons of days hang on: when each of them ended, and what the catalogue said then. */
export type DayContext = {
  endOf: (day: CalendarDay) => Instant;
  catalogueAt: (end: Instant) => TaskCatalogue;
  timeZone: string;
};

/**
 * Every day of delay of a stay within a range, with its reason as the tasks stood when the day
 * ended (handbook 4). The days of one discharge are those from its ready date to the day before it,
 * so that they add up to its days of delay (handbook 6).
 */
export function delayDaysOf(
  story: StayStory,
  range: DayRange,
  { endOf, catalogueAt, timeZone }: DayContext,
): DelayDay[] {
  const { spellId } = story.stay;
  const days = remainingDays(story.stay, range);
  const states = stayAt(story, days.map(endOf));
  return days.map((day, at): DelayDay => {
    const context = { catalogue: catalogueAt(endOf(day)), timeZone };
    const waited = primaryTask(states[at]?.tasks ?? [], context);
    const reason = states[at]?.chosenReason?.reason ?? waited?.reason ?? null;
    return { spellId, day, reason, owner: waited?.task.owner ?? null };
  });
}

/** The instant at which a day ends; the same days are asked for again and again. */
export function endsOfDays(timeZone: string): (day: CalendarDay) => Instant {
  const known = new Map<CalendarDay, Instant>();
  return (day) => {
    const end = known.get(day) ?? startOfDay(addDays(day, 1), timeZone);
    known.set(day, end);
    return end;
  };
}

const COLUMNS: TableColumn[] = [
  { key: 'days', name: 'Days of delay', kind: 'count' },
  { key: 'share', name: 'Of all', kind: 'share' },
  { key: 'cumulative', name: 'With those above', kind: 'share' },
  { key: 'people', name: 'People', kind: 'count' },
];

/**
 * Days of delay by official reason, the most first, with what the reasons down to each make
 * together (a Pareto table). "No reason recorded" has its own line (hazard 16).
 */
export function delayReasonsTable(days: readonly DelayDay[]): ReportTable {
  return {
    id: 'reasons',
    title: 'Days of delay by main reason',
    rowsAre: 'Reason',
    columns: [{ key: 'group', name: 'Group', kind: 'text' }, ...COLUMNS],
    rows: byDays(days, ({ reason }) => reason ?? 'none', reasonNames).map((row) => ({
      ...row,
      cells: [groupOfReason(row.id), ...row.cells],
    })),
  };
}

/** Days of delay by the team whose task the person waited for. */
export function delayTeamsTable(days: readonly DelayDay[]): ReportTable {
  return {
    id: 'waited_for',
    title: 'Days of delay by team waited for',
    rowsAre: 'Team',
    columns: COLUMNS,
    rows: byDays(days, ({ owner }) => owner ?? 'none', teamNames),
  };
}

const NOBODY = ['none', NO_REASON] as const;
const reasonNames = new Map<string, string>([...Object.entries(DELAY_REASONS), NOBODY]);
const teamNames = new Map<string, string>([
  ...TASK_OWNERS.map((owner) => [owner, TASK_OWNER_NAMES[owner]] as const),
  NOBODY,
]);
const groupNames = new Map<string, string>(Object.entries(REASON_GROUPS));

function groupOfReason(id: string): string | null {
  return id === 'none' || id === 'all' ? null : (groupNames.get(id.charAt(0)) ?? null);
}

/** All of them, then each kind that there is, by its days. */
function byDays(
  days: readonly DelayDay[],
  kindOf: (day: DelayDay) => string,
  names: ReadonlyMap<string, string>,
): TableRow[] {
  const found = [...names].flatMap(([id, name]) => {
    const own = days.filter((day) => kindOf(day) === id);
    return own.length === 0 ? [] : [{ id, name, days: own.length, people: peopleOf(own) }];
  });
  found.sort((a, b) => b.days - a.days);
  let sofar = 0;
  const rows = found.map(({ id, name, days: count, people }) => {
    sofar += count;
    return { id, name, cells: [count, count / days.length, sofar / days.length, people] };
  });
  const all = [days.length, ratio(days.length, days.length), null, peopleOf(days)];
  return [{ id: 'all', name: 'All', cells: all }, ...rows];
}

function peopleOf(days: readonly DelayDay[]): number {
  return new Set(days.map(({ spellId }) => spellId)).size;
}
