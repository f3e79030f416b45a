import { ENGLAND_BANK_HOLIDAYS } from './bank-holidays.ts';
import type { CalendarDay } from './time.ts';
import { addDays } from './time.ts';

const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;
const SATURDAY = 6;

/** Monday to Friday, unless it is a bank holiday. */
export function isWorkingDay(
  day: CalendarDay,
  holidays: ReadonlySet<CalendarDay> = ENGLAND_BANK_HOLIDAYS,
): boolean {
  return weekdayOf(day) < SATURDAY && !holidays.has(day);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return ((Date.parse(day) / DAY_MS + FIRST_WEEKDAY - 1) % 7) + 1;
}

/** The day that is so many working days after another, which itself does not count. */
export function addWorkingDays(
  day: CalendarDay,
  workingDays: number,
  holidays: ReadonlySet<CalendarDay> = ENGLAND_BANK_HOLIDAYS,
): CalendarDay {
  let reached = day;
  for (let left = workingDays; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
}

/** Working days after one day, up to and with another; 0 when that is not later. */
export function workingDaysBetween(
  from: CalendarDay,
  to: CalendarDay,
  holidays: ReadonlySet<CalendarDay> = ENGLAND_BANK_HOLIDAYS,
): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) count += 1;
  }
  return count;
}
