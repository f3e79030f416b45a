import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { Instant } from '../time.ts';
import { addDays, instantOfWallClock, wallClockOfInstant } from '../time.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** From the year 1, as what lies before it has no day that can be written. */
const INSTANT_PATTERN = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What an address or a form says of a past moment; each is null where it says nothing. */
export type AskedMoment = {
  /** An instant, as links have it. */
  at: string | null;
  /** A day and a time by the clock on the wall, as a form sends them; what they say goes first. */
  day: string | null;
  time: string | null;
};

/** One of the two instants that autumn's clock shows as the same time. */
export type MomentChoice = { at: Instant; words: string };

export type PastMomentRead =
  | { kind: 'none' }
  | { kind: 'moment'; at: Instant }
  /** The hour comes twice, and only whoever asks knows which they mean. */
  | { kind: 'twice'; choices: readonly [MomentChoice, MomentChoice] }
  | { kind: 'refused'; field: 'day' | 'time'; message: string };

type Where = { now: Instant; timeZone: string };

/** Whether a text is an instant as the hub writes them, of a day that exists. */
export function isInstant(text: string): boolean {
  if (!INSTANT_PATTERN.test(text)) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

/**
 * The moment that somebody wants to look back to. Refused, in words: what is no day or time, what
 * has not come yet, and the hour that spring leaves out. Of the hour that autumn has twice it asks
 * which one (handbook 15).
 */
export function readPastMoment({ at, day, time }: AskedMoment, where: Where): PastMomentRead {
  if (day === null && time === null) {
    if (at === null || at === '') return { kind: 'none' };
    return isInstant(at)
      ? notInFuture(at, where)
      : refused('day', 'Enter a day and a time to look back to');
  }
  if (day === '' && time === '') return { kind: 'none' };
  if (day === null || day === '') return refused('day', 'Enter the day to look back to');
  if (time === null || time === '') return refused('time', 'Enter a time, such as 08:00');
  const wallClock = `${day}T${time}`;
  // A form that was sent as it was made: its minute stands for the very instant.
  const isSame =
    at !== null && isInstant(at) && wallClockOfInstant(at, where.timeZone) === wallClock;
  return isSame ? notInFuture(at, where) : ofWallClock(wallClock, where);
}

function ofWallClock(wallClock: string, where: Where): PastMomentRead {
  const { timeZone } = where;
  const first = instantOfWallClock(wallClock, timeZone);
  if (first === null) return refused('day', 'Enter a day and a time that exist, such as 08:00');
  if (wallClockOfInstant(first, timeZone) !== wallClock) {
    return refused(
      'time',
      `There was no ${wallClock.slice(11)} that day: the clocks went forward. Choose another time`,
    );
  }
  if (!isShownTwice(first, timeZone)) return notInFuture(first, where);
  const second = later(first, HOUR_MS);
  if (second > where.now) return notInFuture(first, where);
  const choice = (of: Instant) => ({ at: of, words: momentInWords(of, timeZone) });
  return { kind: 'twice', choices: [choice(first), choice(second)] };
}

function notInFuture(at: Instant, { now }: Where): PastMomentRead {
  return at > now
    ? refused('day', 'Choose a moment that has passed: what is to come is not recorded yet')
    : { kind: 'moment', at };
}

function refused(field: 'day' | 'time', message: string): PastMomentRead {
  return { kind: 'refused', field, message };
}

/**
 * `Tuesday 17 November 2026 at 08:00`; with seconds where it is not a whole minute, and with summer
 * or winter time where the clock on the wall shows it twice.
 */
export function momentInWords(at: Instant, timeZone: string): string {
  const zoned = new TZDate(Date.parse(at), timeZone);
  const isWhole = Date.parse(at) % MINUTE_MS === 0;
  const words = format(zoned, `EEEE d MMMM yyyy 'at' ${isWhole ? 'HH:mm' : 'HH:mm:ss'}`);
  if (!isShownTwice(at, timeZone)) return words;
  const isFirst =
    wallClockOfInstant(later(at, HOUR_MS), timeZone) === wallClockOfInstant(at, timeZone);
  return `${words} (${isFirst ? 'summer time, the first' : 'winter time, the second'})`;
}

function isShownTwice(at: Instant, timeZone: string): boolean {
  const shown = wallClockOfInstant(at, timeZone);
  return [-HOUR_MS, HOUR_MS].some((ms) => wallClockOfInstant(later(at, ms), timeZone) === shown);
}

export type MomentSteps = {
  hourBack: Instant;
  dayBack: Instant;
  /** Null where it has not come yet. */
  hourOn: Instant | null;
  dayOn: Instant | null;
};

/** An hour is sixty minutes; a day is the same time by the clock on the wall. */
export function stepsFrom(at: Instant, { now, timeZone }: Where): MomentSteps {
  const passed = (to: Instant) => (to > now ? null : to);
  return {
    hourBack: later(at, -HOUR_MS),
    dayBack: sameTimeAfter(at, -1, timeZone),
    hourOn: passed(later(at, HOUR_MS)),
    dayOn: passed(sameTimeAfter(at, 1, timeZone)),
  };
}

function sameTimeAfter(at: Instant, days: number, timeZone: string): Instant {
  const [day = '', time = ''] = wallClockOfInstant(at, timeZone).split('T');
  const there = instantOfWallClock(`${addDays(day, days)}T${time}`, timeZone) ?? at;
  return later(there, Date.parse(at) % MINUTE_MS);
}

function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}
