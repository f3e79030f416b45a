import type { CalendarDay } from '../time.ts';
import { daysBetween } from '../time.ts';
import { mondayOf } from './months.ts';

/** From Monday, as trends count their weeks. */
export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** 0 is Monday. */
export function weekdayOf(day: CalendarDay): number {
  return daysBetween(mondayOf(day), day);
}
