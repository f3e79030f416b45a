import { addMonths, monthOf, quarterOf } from '../../domain/reports/months.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { addDays } from '../../domain/time.ts';

/** A page or file of the reports; each round asks another question, as the same one is kept. */
export type BenchedPage = { name: string; path: (round: number, today: CalendarDay) => string };

const GROUPINGS = ['provider', 'site', 'ward', 'place', 'pathway'];
const POPULATIONS = ['national', 'everybody'];

const varied = (round: number) => ({
  population: POPULATIONS[round % 2] ?? 'national',
  by: GROUPINGS[Math.floor(round / 2) % GROUPINGS.length] ?? 'ward',
});

/** A month that is over, further back with each round. */
const monthBack = (today: CalendarDay, months: number) => addMonths(monthOf(today), -1 - months);

function page(
  name: string,
  path: string,
  params: (round: number, today: CalendarDay) => Record<string, string>,
): BenchedPage {
  const address = (round: number, today: CalendarDay) =>
    `${path}?${new URLSearchParams(params(round, today)).toString()}`;
  return { name, path: address };
}

const trend = (name: string, measure: string, every: string) =>
  page(`trend: ${name}`, '/reports/trends', (round) => ({
    ...varied(round),
    ...{ measure, every, target: String(round) },
  }));

export const BENCHED_PAGES: readonly BenchedPage[] = [
  page('now', '/reports', varied),
  page('discharge ready dates, a month', '/reports/discharges', (round, today) => ({
    ...varied(round),
    month: monthBack(today, round),
  })),
  page('situation, a day of last week', '/reports/situation', (round, today) => ({
    ...varied(round),
    day: addDays(today, -1 - round),
  })),
  page('situation, a day two years ago', '/reports/situation', (round, today) => ({
    ...varied(round),
    day: addDays(today, -730 - round),
  })),
  trend('remaining, 90 days', 'remaining', 'day'),
  trend('remaining, 104 weeks', 'remaining', 'week'),
  trend('remaining, 36 months', 'remaining', 'month'),
  trend('bed days lost, 90 days', 'bed_days', 'day'),
  trend('bed days lost, 104 weeks', 'bed_days', 'week'),
  trend('bed days lost, 36 months', 'bed_days', 'month'),
  page('why, and the longest waits, a month', '/reports/why', (round, today) => ({
    ...varied(round),
    month: monthBack(today, round),
  })),
  page('equity, a quarter', '/reports/equity', (round, today) => ({
    across: ['quintile', 'ethnicity', 'age', 'sex', 'place'][round % 5] ?? 'sex',
    quarter: addMonths(quarterOf(today), -3 - 3 * Math.floor(round / 2)),
  })),
  page('people behind a figure', '/reports/people', (round, today) => ({
    ...{ ...varied(round), report: 'discharges', figure: 'delayed', group: 'all' },
    month: monthBack(today, round),
  })),
  page('file: situation, national CSV', '/reports/file', (round, today) => ({
    ...{ ...varied(round), report: 'situation', format: 'national' },
    day: addDays(today, -1 - round),
  })),
  page('file: discharge ready dates, XLSX', '/reports/file', (round, today) => ({
    ...{ ...varied(round), report: 'discharges', format: 'xlsx' },
    month: monthBack(today, round),
  })),
];

/** The one that takes the most work. */
export const HEAVIEST = 'why, and the longest waits, a month';
