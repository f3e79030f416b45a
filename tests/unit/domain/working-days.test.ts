import { describe, expect, it } from 'vitest';
import { ENGLAND_BANK_HOLIDAYS } from '../../../domain/bank-holidays.ts';
import { addDays, formatDay } from '../../../domain/time.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../domain/working-days.ts';

describe('working days after a day', () => {
  it.each([
    ['none', '2026-11-20', 0, '2026-11-20'],
    ['one from a Thursday', '2026-11-19', 1, '2026-11-20'],
    ['one from a Friday', '2026-11-20', 1, '2026-11-23'],
    ['one from a Saturday', '2026-11-21', 1, '2026-11-23'],
    ['one from a Sunday', '2026-11-22', 1, '2026-11-23'],
    ['five are a week', '2026-11-18', 5, '2026-11-25'],
    ['over the spring clock change', '2026-03-27', 2, '2026-03-31'],
    ['over the autumn clock change', '2026-10-23', 1, '2026-10-26'],
    ['over Easter', '2026-04-02', 1, '2026-04-07'],
    ['over Christmas, with Boxing Day on a Saturday', '2026-12-24', 1, '2026-12-29'],
    ['over New Year', '2026-12-31', 1, '2027-01-04'],
    ['over Christmas on a Saturday', '2027-12-24', 1, '2027-12-29'],
    ['55, with three bank holidays', '2026-11-23', 55, '2027-02-11'],
  ])('%s', (_what, day, count, expected) => {
    expect(addWorkingDays(day, count)).toBe(expected);
    expect(workingDaysBetween(day, expected)).toBe(count);
  });

  it('a hub that keeps other holidays counts by its own', () => {
    expect(addWorkingDays('2026-12-24', 1, new Set())).toBe('2026-12-25');
    expect(addWorkingDays('2026-12-24', 1, new Set(['2026-12-25']))).toBe('2026-12-28');
  });

  it('nothing has passed when the other day is not later', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-20')).toBe(0);
    expect(workingDaysBetween('2026-11-20', '2026-11-10')).toBe(0);
  });
});

describe('the bank holidays of England', () => {
  const years = [2025, 2026, 2027, 2028, 2029, 2030];
  const of = (year: number) =>
    [...ENGLAND_BANK_HOLIDAYS].filter((day) => day.startsWith(`${year}`));

  it.each(years)('%d has eight, none of them at a weekend', (year) => {
    const days = of(year);
    expect(days).toHaveLength(8);
    expect(days.filter((day) => !isWorkingDay(day, new Set()))).toEqual([]);
  });

  it.each(years)('%d has Easter as the moon has it, and the Mondays of May and August', (year) => {
    const easter = easterSunday(year);
    expect(of(year)).toContain(addDays(easter, -2));
    expect(of(year)).toContain(addDays(easter, 1));
    const mondays = of(year).filter((day) => formatDay(day).startsWith('Mon'));
    expect(mondays.filter((day) => day.slice(5, 7) === '05')).toHaveLength(2);
    expect(mondays.filter((day) => day.slice(5, 7) === '08')).toHaveLength(1);
  });
});

/** The anonymous Gregorian computation. */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30; // prettier-ignore
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
