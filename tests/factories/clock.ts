import type { CalendarDay, Instant } from '../../domain/time.ts';
import { DEFAULT_TIME_ZONE, calendarDay } from '../../domain/time.ts';

/** The moment at which tests happen unless they say otherwise: Sunday 22 November 2026, 09:00 in London. */
export const NOW: Instant = '2026-11-22T09:00:00.000Z';
export const TODAY: CalendarDay = '2026-11-22';

/** A clock that stands still: `clockAt('2026-03-29T00:30:00Z')`. */
export function clockAt(instant: string = NOW, timeZone: string = DEFAULT_TIME_ZONE) {
  const now = new Date(instant).toISOString();
  return { now: (): Instant => now, today: () => calendarDay(now, timeZone), timeZone };
}

/** A clock that goes on when a test says so. */
export function movingClock(instant: string = NOW, timeZone: string = DEFAULT_TIME_ZONE) {
  let nowMs = Date.parse(instant);
  const now = (): Instant => new Date(nowMs).toISOString();
  return {
    now,
    today: () => calendarDay(now(), timeZone),
    timeZone,
    pass: (minutes: number) => {
      nowMs += minutes * 60_000;
    },
  };
}

/** The instant so many minutes after another. */
export function minutesAfter(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
