import type { CalendarDay } from '../time.ts';
import { addDays, formatDay, formatDayLong } from '../time.ts';
import type { DayRange } from './months.ts';
import { addMonths, daysOfMonth, formatMonth, mondayOf, monthOf } from './months.ts';

/** How long a point of a trend is. */
export const INTERVALS = ['day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

export const INTERVAL_NAMES: Record<Interval, string> = {
  day: 'Days',
  week: 'Weeks',
  month: 'Months',
};

/** How many points a trend has at most. */
const MOST: Record<Interval, number> = { day: 90, week: 104, month: 36 };

export type TrendPeriod = DayRange & { label: string; longLabel: string };

/**
 * The whole days, weeks (from Monday) or months before today and not before the first day of the
 * records, oldest first. A period that has not ended, or that the records do not cover, would
 * look like a fall.
 */
export function trendPeriods(
  every: Interval,
  { today, recordsFrom }: { today: CalendarDay; recordsFrom: CalendarDay },
): TrendPeriod[] {
  const periods: TrendPeriod[] = [];
  let period = lastEnded(every, today);
  while (periods.length < MOST[every] && period.from >= recordsFrom) {
    periods.unshift({ ...period, ...labelsOf(every, period) });
    period = before(every, period);
  }
  return periods;
}

function lastEnded(every: Interval, today: CalendarDay): DayRange {
  if (every === 'day') return { from: addDays(today, -1), to: addDays(today, -1) };
  if (every === 'month') return daysOfMonth(addMonths(monthOf(today), -1));
  const monday = mondayOf(today);
  return { from: addDays(monday, -7), to: addDays(monday, -1) };
}

function before(every: Interval, { from }: DayRange): DayRange {
  if (every === 'month') return daysOfMonth(addMonths(monthOf(from), -1));
  return { from: addDays(from, every === 'day' ? -1 : -7), to: addDays(from, -1) };
}

function labelsOf(every: Interval, { from }: DayRange): { label: string; longLabel: string } {
  if (every === 'month') {
    const name = formatMonth(monthOf(from));
    return { label: `${name.slice(0, 3)} ${name.slice(-2)}`, longLabel: name };
  }
  const label = formatDay(from).slice(4);
  return every === 'day'
    ? { label, longLabel: `${formatDay(from).slice(0, 3)} ${formatDayLong(from)}` }
    : { label, longLabel: `Week of ${formatDayLong(from)}` };
}
