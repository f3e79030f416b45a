import { formatTime } from '../time.ts';
import { WEEKDAY_NAMES, weekdayOf } from './weekdays.ts';
import type { ReportTable } from './report-table.ts';
import type { FinishedStay } from './stay-facts.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * Discharges by day of the week and hour of the day, both by the clock on the wall. In the hour
 * that autumn has twice are those of both.
 */
export function dischargeHoursTable(stays: readonly FinishedStay[], timeZone: string): ReportTable {
  const counts = WEEKDAY_NAMES.map(() => HOURS.map(() => 0));
  for (const { discharge } of stays) {
    const row = counts[weekdayOf(discharge.on)];
    const hour = Number(formatTime(discharge.at, timeZone).slice(0, 2));
    if (row !== undefined) row[hour] = (row[hour] ?? 0) + 1;
  }
  const all = HOURS.map((hour) => counts.reduce((sum, row) => sum + (row[hour] ?? 0), 0));
  return {
    id: 'hours',
    title: 'Discharges by day of the week and hour',
    rowsAre: 'Day',
    columns: [
      { key: 'discharged', name: 'All day', kind: 'count' },
      ...HOURS.map((hour) => ({
        key: `hour_${hour}`,
        name: String(hour).padStart(2, '0'),
        kind: 'count' as const,
      })),
    ],
    rows: [
      { id: 'all', name: 'All', cells: [stays.length, ...all] },
      ...WEEKDAY_NAMES.map((name, day) => {
        const row = counts[day] ?? [];
        return { id: name, name, cells: [row.reduce((sum, count) => sum + count, 0), ...row] };
      }),
    ],
  };
}
