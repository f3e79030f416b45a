import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  addDays,
  ageOn,
  calendarDay,
  daysBetween,
  formatBirthDate,
  formatDay,
  formatDayLong,
  formatInstant,
  formatTime,
  instantOfWallClock,
  isCalendarDay,
  nextMidnight,
  startOfDay,
  wallClockOfInstant,
} from '../../../domain/time.ts';
import { LONDON } from '../../factories/domain-spell.ts';

describe('the calendar day of a moment', () => {
  it.each([
    ['an afternoon in winter', '2026-11-22T14:00:00.000Z', '2026-11-22'],
    ['a minute before midnight in winter', '2026-01-15T23:59:59.999Z', '2026-01-15'],
    ['midnight in winter', '2026-01-16T00:00:00.000Z', '2026-01-16'],
    ['a minute before midnight in summer', '2026-07-01T22:59:59.999Z', '2026-07-01'],
    ['midnight in summer, an hour before UTC', '2026-07-01T23:00:00.000Z', '2026-07-02'],
    ['midnight before the clocks go forward', '2026-03-29T00:00:00.000Z', '2026-03-29'],
    ['just before the clocks go forward', '2026-03-29T00:59:59.999Z', '2026-03-29'],
    ['just after the clocks go forward', '2026-03-29T01:00:00.000Z', '2026-03-29'],
    ['the last moment of the day of 23 hours', '2026-03-29T22:59:59.999Z', '2026-03-29'],
    ['the midnight after the day of 23 hours', '2026-03-29T23:00:00.000Z', '2026-03-30'],
    ['midnight before the clocks go back', '2026-10-24T23:00:00.000Z', '2026-10-25'],
    ['the first 01:30 of the doubled hour', '2026-10-25T00:30:00.000Z', '2026-10-25'],
    ['the second 01:30 of the doubled hour', '2026-10-25T01:30:00.000Z', '2026-10-25'],
    ['the last moment of the day of 25 hours', '2026-10-25T23:59:59.999Z', '2026-10-25'],
    ['the midnight after the day of 25 hours', '2026-10-26T00:00:00.000Z', '2026-10-26'],
    ['New Year', '2026-12-31T23:59:59.999Z', '2026-12-31'],
  ])('of %s', (_when, instant, day) => {
    expect(calendarDay(instant, LONDON)).toBe(day);
  });

  it('follows another hub to its own zone', () => {
    expect(calendarDay('2026-11-22T00:30:00.000Z', 'America/New_York')).toBe('2026-11-21');
    expect(calendarDay('2026-11-22T11:30:00.000Z', 'Pacific/Auckland')).toBe('2026-11-23');
  });
});

/** Around the changes of London and New York in 2026, and two plain days. */
const CHANGE_DAYS = [
  ...['2026-01-15', '2026-07-01', '2026-03-07', '2026-03-08', '2026-03-09'],
  ...['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26'],
  ...['2026-10-31', '2026-11-01', '2026-11-02'],
];

describe.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'Europe/London', 'Pacific/Apia'])(
  'on a machine whose clock is set to %s',
  (zone) => {
    it('every half hour of the days around clock changes is the London day and time', () => {
      vi.stubEnv('TZ', zone);
      const london = new Intl.DateTimeFormat('sv-SE', {
        timeZone: LONDON,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      const wrong: string[] = [];
      for (const changeDay of CHANGE_DAYS) {
        for (let half = 0; half < 48; half += 1) {
          const ms = Date.parse(changeDay) + half * 1_800_000;
          const instant = new Date(ms).toISOString();
          const [day = '', time = ''] = london.format(ms).split(' ');
          if (calendarDay(instant, LONDON) !== day) wrong.push(instant);
          if (wallClockOfInstant(instant, LONDON) !== `${day}T${time}`) wrong.push(instant);
          if (formatTime(instant, LONDON) !== time) wrong.push(instant);
        }
      }
      expect(wrong).toEqual([]);
    });

    it('every day of 2026 starts at the London midnight', () => {
      vi.stubEnv('TZ', zone);
      const wrong: string[] = [];
      for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
        const start = startOfDay(day, LONDON);
        const before = new Date(Date.parse(start) - 1).toISOString();
        if (calendarDay(start, LONDON) !== day) wrong.push(day);
        if (calendarDay(before, LONDON) !== addDays(day, -1)) wrong.push(day);
      }
      expect(wrong).toEqual([]);
    });

    it('every wall-clock hour but the missing one reads back as it was written', () => {
      vi.stubEnv('TZ', zone);
      const wrong: string[] = [];
      for (const day of CHANGE_DAYS) {
        for (let hour = 0; hour < 24; hour += 1) {
          const text = `${day}T${String(hour).padStart(2, '0')}:30`;
          const instant = instantOfWallClock(text, LONDON);
          if (instant === null || wallClockOfInstant(instant, LONDON) !== text) wrong.push(text);
        }
      }
      expect(wrong).toEqual(['2026-03-29T01:30']);
    });

    it('the doubled hour is the first of the two', () => {
      vi.stubEnv('TZ', zone);
      expect(instantOfWallClock('2026-10-25T01:00', LONDON)).toBe('2026-10-25T00:00:00.000Z');
      expect(instantOfWallClock('2026-10-25T01:59', LONDON)).toBe('2026-10-25T00:59:00.000Z');
    });

    it('days without a time are written alike', () => {
      vi.stubEnv('TZ', zone);
      expect(formatDay('2026-11-27')).toBe('Fri 27 Nov');
      expect(formatDayLong('2026-11-27')).toBe('27 November 2026');
      expect(formatBirthDate('1941-03-04')).toBe('04-Mar-1941');
    });
  },
);

describe('days between two days', () => {
  it.each([
    ['the same day', '2026-11-22', '2026-11-22', 0],
    ['over the night of 23 hours', '2026-03-28', '2026-03-29', 1],
    ['after the night of 23 hours', '2026-03-29', '2026-03-30', 1],
    ['over the night of 25 hours', '2026-10-24', '2026-10-25', 1],
    ['after the night of 25 hours', '2026-10-25', '2026-10-26', 1],
    ['a summer, from change to change', '2026-03-29', '2026-10-25', 210],
    ['over a leap day', '2028-02-28', '2028-03-01', 2],
    ['over no leap day', '2026-02-28', '2026-03-01', 1],
    ['backwards', '2026-11-22', '2026-11-20', -2],
  ])('%s', (_what, from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('is what adding that many days undoes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: -4_000, max: 4_000 }),
        (offset, days) => {
          const day = addDays('1970-01-01', offset);
          expect(isCalendarDay(day)).toBe(true);
          expect(daysBetween(day, addDays(day, days))).toBe(days);
        },
      ),
    );
  });
});

describe('the start of a day and the next midnight', () => {
  it.each([
    ['2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['2026-03-30', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z'],
    ['2026-10-26', '2026-10-26T00:00:00.000Z'],
  ])('%s begins at %s', (day, instant) => {
    expect(startOfDay(day, LONDON)).toBe(instant);
  });

  it.each([
    ['in the middle of a day', '2026-11-22T14:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ['at midnight itself: a whole day on', '2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ['on the day of 23 hours', '2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z'],
    ['on the day of 25 hours', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
    ['in the second 01:30', '2026-10-25T01:30:00.000Z', '2026-10-26T00:00:00.000Z'],
  ])('the next midnight %s', (_when, instant, midnight) => {
    expect(nextMidnight(instant, LONDON)).toBe(midnight);
  });
});

describe('a time on the wall clock, as a form gives it', () => {
  it.each([
    ['in winter', '2026-11-22T08:30', '2026-11-22T08:30:00.000Z'],
    ['in summer', '2026-07-01T08:30', '2026-07-01T07:30:00.000Z'],
    ['just before the missing hour', '2026-03-29T00:59', '2026-03-29T00:59:00.000Z'],
    ['in the missing hour: an hour later', '2026-03-29T01:30', '2026-03-29T01:30:00.000Z'],
    ['just after the missing hour', '2026-03-29T02:00', '2026-03-29T01:00:00.000Z'],
    ['in the doubled hour: the first of the two', '2026-10-25T01:30', '2026-10-25T00:30:00.000Z'],
    ['after the doubled hour', '2026-10-25T02:00', '2026-10-25T02:00:00.000Z'],
  ])('%s', (_when, text, instant) => {
    expect(instantOfWallClock(text, LONDON)).toBe(instant);
  });

  it.each([
    '',
    'now',
    '2026-11-22',
    '2026-11-22 08:30',
    '2026-11-22T24:00',
    '2026-11-22T08:60',
    '2026-02-30T08:30',
    '2026-11-22T08:30Z',
    '2026-11-22T08:30\n',
  ])('%j is not one', (text) => {
    expect(instantOfWallClock(text, LONDON)).toBeNull();
  });

  it('is shown with its day', () => {
    expect(formatInstant('2026-07-01T13:10:00.000Z', LONDON)).toBe('Wed 1 Jul, 14:10');
  });
});

describe('age', () => {
  it.each([
    ['on the day before a birthday', '1941-03-04', '2026-03-03', 84],
    ['on a birthday', '1941-03-04', '2026-03-04', 85],
    ['on the day of birth', '2026-11-22', '2026-11-22', 0],
    ['born on 29 February, on 28 February of a common year', '1944-02-29', '2026-02-28', 81],
    ['born on 29 February, on 1 March of a common year', '1944-02-29', '2026-03-01', 82],
    ['born on 29 February, on 29 February', '1944-02-29', '2028-02-29', 84],
  ])('%s', (_when, born, day, age) => {
    expect(ageOn(born, day)).toBe(age);
  });
});

describe('a calendar day as text', () => {
  it.each(['2026-11-22', '2028-02-29', '2000-02-29', '1899-12-31'])('%s exists', (text) => {
    expect(isCalendarDay(text)).toBe(true);
  });

  it.each([
    '',
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '22/11/2026',
    '2026-11-22T00:00',
    ' 2026-11-22',
    '2026-11-22\n',
    '+002026-11-22',
  ])('%j does not', (text) => {
    expect(isCalendarDay(text)).toBe(false);
  });
});
