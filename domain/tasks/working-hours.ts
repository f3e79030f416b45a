import type { CalendarDay, Instant } from '../time.ts';
import { addDays, calendarDay, formatTime, instantOfWallClock } from '../time.ts';
import { weekdayOf } from '../working-days.ts';
import type { TaskOwner } from './task-types.ts';

/** When a team works. Days are 1 for Monday to 7 for Sunday, times those of the clock on the wall. */
export type TeamHours =
  | { kind: 'always' }
  | {
      kind: 'hours';
      days: readonly number[];
      from: string;
      until: string;
      worksBankHolidays: boolean;
    };

/** When the teams work, as the hub has set it. */
export type WorkingTimes = {
  teams: Readonly<Record<TaskOwner, TeamHours>>;
  bankHolidays: readonly CalendarDay[];
};

type Hours = Extract<TeamHours, { kind: 'hours' }>;
type Where = { hours: Hours; bankHolidays: readonly CalendarDay[]; timeZone: string };

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/**
 * The instant that is so many hours of a team's work after another. Each 24 of them are one day of
 * work, to the same time of day: a target of 48 hours is two days of work, not six. A team that
 * works round the clock has plain hours (handbook 5).
 */
export function addTeamHours(
  start: Instant,
  hours: number,
  owner: TaskOwner,
  { teams, bankHolidays }: WorkingTimes,
  timeZone: string,
): Instant {
  const team = teams[owner];
  if (team.kind === 'always') return later(start, hours * HOUR_MS);
  const where = { hours: team, bankHolidays, timeZone };
  let at = nextWork(start, where);
  for (let days = Math.floor(hours / DAY_HOURS); days > 0; days -= 1) {
    at = onDay(nextDayOfWork(dayOf(at, where), where), formatTime(at, timeZone), where);
  }
  let left = (hours % DAY_HOURS) * HOUR_MS;
  while (left > 0) {
    const closes = onDay(dayOf(at, where), team.until, where);
    const untilClosing = Date.parse(closes) - Date.parse(at);
    if (left <= untilClosing) return later(at, left);
    left -= untilClosing;
    at = onDay(nextDayOfWork(dayOf(at, where), where), team.from, where);
  }
  return at;
}

/** The day on which a team next works at an instant or after it: that very day while it still does. */
export function dayOfWork(
  at: Instant,
  owner: TaskOwner,
  { teams, bankHolidays }: WorkingTimes,
  timeZone: string,
): CalendarDay {
  const team = teams[owner];
  if (team.kind === 'always') return calendarDay(at, timeZone);
  const where = { hours: team, bankHolidays, timeZone };
  return dayOf(nextWork(at, where), where);
}

/** The day itself where the team works on it, or else the next on which it does. */
export function onWorkday(
  day: CalendarDay,
  owner: TaskOwner,
  { teams, bankHolidays }: WorkingTimes,
): CalendarDay {
  const team = teams[owner];
  if (team.kind === 'always') return day;
  const where = { hours: team, bankHolidays };
  return worksOn(day, where) ? day : nextDayOfWork(day, where);
}

/** The instant itself while the team works, or else when it next begins. */
function nextWork(at: Instant, where: Where): Instant {
  const day = dayOf(at, where);
  if (worksOn(day, where)) {
    const opens = onDay(day, where.hours.from, where);
    if (at <= opens) return opens;
    if (at < onDay(day, where.hours.until, where)) return at;
  }
  return onDay(nextDayOfWork(day, where), where.hours.from, where);
}

function nextDayOfWork(day: CalendarDay, where: Omit<Where, 'timeZone'>): CalendarDay {
  let next = addDays(day, 1);
  while (!worksOn(next, where)) next = addDays(next, 1);
  return next;
}

function worksOn(day: CalendarDay, { hours, bankHolidays }: Omit<Where, 'timeZone'>): boolean {
  return (
    hours.days.includes(weekdayOf(day)) && (hours.worksBankHolidays || !bankHolidays.includes(day))
  );
}

function dayOf(at: Instant, { timeZone }: Where): CalendarDay {
  return calendarDay(at, timeZone);
}

/** The times are checked when settings are saved, so that they are always times. */
function onDay(day: CalendarDay, time: string, { timeZone }: Where): Instant {
  return instantOfWallClock(`${day}T${time}`, timeZone) ?? `${day}T${time}:00.000Z`;
}

function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}
