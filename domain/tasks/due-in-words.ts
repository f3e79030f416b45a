import type { CalendarDay, Instant } from '../time.ts';
import { addDays, calendarDay, daysBetween, formatDay, formatTime, startOfDay } from '../time.ts';

/** `isSoon`: there are only hours left. */
export type DueInWords = { text: string; isPassed: boolean; isSoon: boolean };

const HOUR_MS = 3_600_000;
const SOON_HOURS = 4;
/** Beyond, a day says more than hours. */
const COUNTED_HOURS = 24;

/**
 * When a task should be done by, with the hours that are left or have gone while they are few. A target that ends at midnight is named by the day it closes, as
 * "Sat 28 Nov, 00:00" would be read as Saturday.
 */
export function dueInWords(dueAt: Instant, now: Instant, timeZone: string): DueInWords {
  const dueOn = calendarDay(dueAt, timeZone);
  const isMidnight = startOfDay(dueOn, timeZone) === dueAt;
  const lastDay = isMidnight ? addDays(dueOn, -1) : dueOn;
  const day = dayInWords(lastDay, calendarDay(now, timeZone));
  const when = isMidnight ? `the end of ${day}` : `${day}, ${formatTime(dueAt, timeZone)}`;
  const isPassed = dueAt < now;
  const due = isMidnight ? 'Due by' : 'Due';
  const ms = Date.parse(dueAt) - Date.parse(now);
  const hours = inHours(Math.abs(ms));
  if (isPassed) {
    const ago = hours === null ? '' : ` ${hours} ago`;
    return { text: `Target passed${ago}: ${when}`, isPassed, isSoon: false };
  }
  const left = hours === null ? '' : ` (in ${hours})`;
  return { text: `${due} ${when}${left}`, isPassed, isSoon: ms < SOON_HOURS * HOUR_MS };
}

/** How long ago a target passed, for where there is little room: `3 h late`, `2 days late`. */
export function lateInWords(dueAt: Instant | null, now: Instant, timeZone: string): string | null {
  if (dueAt === null || dueAt >= now) return null;
  const hours = inHours(Date.parse(now) - Date.parse(dueAt));
  if (hours !== null) return `${hours} late`;
  const days = daysBetween(calendarDay(dueAt, timeZone), calendarDay(now, timeZone));
  return days === 1 ? '1 day late' : `${days} days late`;
}

function inHours(ms: number): string | null {
  if (ms >= COUNTED_HOURS * HOUR_MS) return null;
  return ms < HOUR_MS ? 'less than 1 h' : `${Math.floor(ms / HOUR_MS)} h`;
}

function dayInWords(day: CalendarDay, today: CalendarDay): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days === -1 ? 'yesterday' : formatDay(day);
}
