import { TZDateMini, tzOffset } from '@date-fns/tz';

/** A moment, ISO 8601 in UTC with milliseconds: `2026-11-22T08:30:00.000Z`. */
export type Instant = string;

/** A day on the hub's calendar, `YYYY-MM-DD`; it has no time and no zone. */
export type CalendarDay = string;

export const DEFAULT_TIME_ZONE = 'Europe/London';

const DAY_MS = 86_400_000;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists: `2026-02-30` does not. */
export function isCalendarDay(text: string): boolean {
  if (!DAY_PATTERN.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The calendar day on which an instant falls in a time zone. */
export function calendarDay(instant: Instant, timeZone: string): CalendarDay {
  return onTheWall(instant, timeZone).slice(0, 10);
}

/** The clock on the wall at an instant, in the shape of an instant: `2026-11-22T08:30:00.000Z`. */
function onTheWall(instant: Instant, timeZone: string): string {
  const ms = Date.parse(instant);
  return new Date(ms + offsetMs(ms, timeZone)).toISOString();
}

/** No zone moves its clocks within a quarter of an hour of UTC. */
const STEADY_MS = 900_000;
const MOST_OFFSETS = 100_000;
/** Looking a zone up takes far longer than all else, and the same times come again and again. */
const knownOffsets = new Map<string, Map<number, number>>();

function offsetMs(ms: number, timeZone: string): number {
  const known = knownOffsets.get(timeZone) ?? new Map<number, number>();
  knownOffsets.set(timeZone, known);
  const quarter = Math.floor(ms / STEADY_MS);
  const offset = known.get(quarter) ?? tzOffset(timeZone, new Date(quarter * STEADY_MS)) * 60_000;
  if (known.size >= MOST_OFFSETS) known.clear();
  known.set(quarter, offset);
  return offset;
}

/**
 * Whole calendar days from one day to another; negative when `to` is earlier.
 * Counted on the calendar, so a night of 23 or 25 hours is one day.
 */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The instant at which a calendar day begins in a time zone. */
export function startOfDay(day: CalendarDay, timeZone: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new TZDateMini(year, month - 1, date, 0, 0, 0, timeZone).getTime()).toISOString();
}

/** The first instant of the calendar day after the one an instant falls on. */
export function nextMidnight(instant: Instant, timeZone: string): Instant {
  return startOfDay(addDays(calendarDay(instant, timeZone), 1), timeZone);
}

/**
 * The instant of a wall-clock time, as a form gives it (`2026-11-22T08:30`), or null if malformed.
 * Of the hour that autumn has twice it is the first, which is never in the future while people
 * write; a time in the hour that spring leaves out is an hour later.
 */
export function instantOfWallClock(text: string, timeZone: string): Instant | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text);
  if (match === null || !isCalendarDay(match[1] ?? '')) return null;
  const [year = 0, month = 1, date = 1] = (match[1] ?? '').split('-').map(Number);
  const hours = Number(match[2]);
  const minutes = Number(match[3]);
  if (hours > 23 || minutes > 59) return null;
  const zoned = new TZDateMini(year, month - 1, date, hours, minutes, 0, timeZone);
  // Which of two equal hours TZDateMini finds depends on the machine's own zone.
  const anHourBefore = new Date(zoned.getTime() - 3_600_000).toISOString();
  if (wallClockOfInstant(anHourBefore, timeZone) === text) return anHourBefore;
  return new Date(zoned.getTime()).toISOString();
}

/** The wall-clock time of an instant as a form's `datetime-local` value. */
export function wallClockOfInstant(instant: Instant, timeZone: string): string {
  return onTheWall(instant, timeZone).slice(0, 16);
}

// Written out, as date-fns's own come with all that a locale has, to every board at its first look.
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

function monthName(day: CalendarDay): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
}

/** `Fri 27 Nov` */
export function formatDay(day: CalendarDay): string {
  const weekday = WEEKDAYS[new Date(Date.parse(day)).getUTCDay()] ?? '';
  return `${weekday} ${Number(day.slice(8))} ${monthName(day).slice(0, 3)}`;
}

/** `27 November 2026` */
export function formatDayLong(day: CalendarDay): string {
  return `${Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`;
}

/** `04-Mar-1941`: dates of birth as the NHS writes them on screen. */
export function formatBirthDate(day: CalendarDay): string {
  return `${day.slice(8)}-${monthName(day).slice(0, 3)}-${day.slice(0, 4)}`;
}

/** `14:10` */
export function formatTime(instant: Instant, timeZone: string): string {
  return onTheWall(instant, timeZone).slice(11, 16);
}

/** `Sun 22 Nov, 14:10` */
export function formatInstant(instant: Instant, timeZone: string): string {
  const wall = onTheWall(instant, timeZone);
  return `${formatDay(wall.slice(0, 10))}, ${wall.slice(11, 16)}`;
}

/** Age in whole years on a day; someone born on 29 February turns on 1 March. */
export function ageOn(dateOfBirth: CalendarDay, day: CalendarDay): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}
