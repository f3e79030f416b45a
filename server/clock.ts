import { calendarDay, nextMidnight, startOfDay } from '../domain/time.ts';
import type { Clock } from './services.ts';

/** The machine's clock on the hub's calendar. Asked often, so the day is worked out once a day. */
export function createClock(timeZone: string, nowMs: () => number = Date.now): Clock {
  let day = '';
  let from = 0;
  let until = 0;
  return {
    timeZone,
    now: () => new Date(nowMs()).toISOString(),
    today() {
      const ms = nowMs();
      if (ms < from || ms >= until) {
        const now = new Date(ms).toISOString();
        day = calendarDay(now, timeZone);
        from = Date.parse(startOfDay(day, timeZone));
        until = Date.parse(nextMidnight(now, timeZone));
      }
      return day;
    },
  };
}
