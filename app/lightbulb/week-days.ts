import type { CalendarDay } from '../../domain/time.ts';
import { addDays, daysBetween, isCalendarDay } from '../../domain/time.ts';

const A_MONDAY = '2026-01-05';

/** The seven days of the week that a day falls in, from Monday. */
export function weekOf(day: CalendarDay): CalendarDay[] {
  const sinceMonday = ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(day, offset - sinceMonday));
}

/** The day that an address asks for; today where it asks for none, or for nonsense. */
export function readDay(text: string | null, today: CalendarDay): CalendarDay {
  return text !== null && isCalendarDay(text) ? text : today;
}
