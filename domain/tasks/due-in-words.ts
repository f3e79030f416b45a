import type { CalendarDay, Instant } from '../time.ts';
import { addDays, calendarDay, daysBetween, formatDay, formatTime, startOfDay } from '../time.ts';

export type DueInWords = { text: string; isPassed: boolean };

/**
 * When a task should be done by. A target that ends at midnight is named by the day it closes, as
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
  return { text: isPassed ? `Target passed: ${when}` : `${due} ${when}`, isPassed };
}

function dayInWords(day: CalendarDay, today: CalendarDay): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days === -1 ? 'yesterday' : formatDay(day);
}
