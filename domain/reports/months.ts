import type { CalendarDay } from '../time.ts';
import { addDays, isCalendarDay } from '../time.ts';

/** A calendar month, `2026-10`. */
export type Month = string;

/** Days from the first to the last, both counted. */
export type DayRange = { from: CalendarDay; to: CalendarDay };

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function isMonth(text: string): boolean {
  return isCalendarDay(`${text}-01`);
}

export function monthOf(day: CalendarDay): Month {
  return day.slice(0, 7);
}

/** The month so many months later, or earlier if negative. */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  const year = Math.floor(count / 12);
  return `${String(year).padStart(4, '0')}-${String(count - year * 12 + 1).padStart(2, '0')}`;
}

/** The first month of a quarter: January, April, July or October. */
export function isQuarter(text: string): boolean {
  return isMonth(text) && (Number(text.slice(5)) - 1) % 3 === 0;
}

/** The first month of the quarter that a day is in. */
export function quarterOf(day: CalendarDay): Month {
  return addMonths(monthOf(day), -((Number(day.slice(5, 7)) - 1) % 3));
}

export function daysOfQuarter(first: Month): DayRange {
  return { from: `${first}-01`, to: addDays(`${addMonths(first, 3)}-01`, -1) };
}

/** `July to September 2026` */
export function formatQuarter(first: Month): string {
  return `${formatMonth(first).slice(0, -5)} to ${formatMonth(addMonths(first, 2))}`;
}

export function daysOfMonth(month: Month): DayRange {
  return { from: `${month}-01`, to: addDays(`${addMonths(month, 1)}-01`, -1) };
}

/** `October 2026` */
export function formatMonth(month: Month): string {
  return `${NAMES[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** Every day of a range. */
export function daysOf({ from, to }: DayRange): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: CalendarDay): CalendarDay {
  // 5 January 1970 was a Monday.
  const days = Math.floor(Date.parse(day) / 86_400_000) - 4;
  return addDays(day, -(((days % 7) + 7) % 7));
}
