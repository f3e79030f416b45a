import { describe, expect, it } from 'vitest';
import { addMonths, daysOfMonth, mondayOf } from '../../../../domain/reports/months.ts';
import { trendPeriods } from '../../../../domain/reports/trend-periods.ts';

describe('the periods of a trend', () => {
  const of = (every: 'day' | 'week' | 'month', recordsFrom: string, today = '2026-11-22') =>
    trendPeriods(every, { today, recordsFrom }).map(({ from, to }) => `${from} ${to}`);

  it('are days before today, from the first recorded', () => {
    expect(of('day', '2026-11-20')).toEqual(['2026-11-20 2026-11-20', '2026-11-21 2026-11-21']);
  });

  it('are whole weeks from Monday, that have ended', () => {
    // 22 November 2026 is a Sunday, and its week has not ended.
    expect(of('week', '2026-11-03')).toEqual(['2026-11-09 2026-11-15']);
    expect(of('week', '2026-11-02', '2026-11-23')).toHaveLength(3);
  });

  it('are whole months that have ended', () => {
    expect(of('month', '2026-08-15')).toEqual(['2026-09-01 2026-09-30', '2026-10-01 2026-10-31']);
  });

  it('are none before a whole one was recorded, and never too many', () => {
    expect(of('day', '2026-11-22')).toEqual([]);
    expect(of('day', '2010-01-01')).toHaveLength(90);
    expect(of('month', '2010-01-01')).toHaveLength(36);
  });
});

describe('months and weeks', () => {
  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-01', -25, '2023-12'],
  ])('%s and %i months is %s', (month, months, expected) => {
    expect(addMonths(month, months)).toBe(expected);
  });

  it('knows the last day of a month', () => {
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-16', '2026-11-16'],
    ['1969-12-31', '1969-12-29'],
  ])('the week of %s begins on %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });
});
