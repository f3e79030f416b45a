import type { CalendarDay, Instant } from '../../domain/time.ts';
import { DEFAULT_TIME_ZONE, startOfDay } from '../../domain/time.ts';

/**
 * London days as whole numbers (days since 1 January 1970) and instants as milliseconds, so that
 * thousands of plans can be drawn quickly. Every midnight comes from `domain/time.ts`.
 */
export type DayNumber = number;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** The clocks change at 01:00 or 02:00: minutes from here on are counted back from the next midnight. */
const AFTER_CLOCK_CHANGE = 180;

const midnights = new Map<DayNumber, number>();

export const dayNumber = (day: CalendarDay): DayNumber => Date.parse(day) / DAY_MS;

export const dayText = (day: DayNumber): CalendarDay => instantText(day * DAY_MS).slice(0, 10);

export const instantText = (ms: number): Instant => new Date(ms).toISOString();

export function midnight(day: DayNumber): number {
  const known = midnights.get(day);
  if (known !== undefined) return known;
  const ms = Date.parse(startOfDay(dayText(day), DEFAULT_TIME_ZONE));
  midnights.set(day, ms);
  return ms;
}

/** The London day on which an instant falls. */
export function dayOf(ms: number): DayNumber {
  const utcDay = Math.floor(ms / DAY_MS);
  return ms >= midnight(utcDay + 1) ? utcDay + 1 : utcDay;
}

/** The instant at which London clocks show a time, in minutes after midnight. */
export function instantAt(day: DayNumber, minute: number): number {
  if (minute < AFTER_CLOCK_CHANGE) return midnight(day) + minute * MINUTE_MS;
  return midnight(day + 1) - (1440 - minute) * MINUTE_MS;
}

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (day: DayNumber): number => (day + 4) % 7;

export const isWeekend = (day: DayNumber): boolean => weekdayOf(day) % 6 === 0;

export const minutes = (count: number): number => count * MINUTE_MS;
