import type { CalendarDay } from '../../domain/time.ts';
import type { Clock } from '../services.ts';

export const NEW_DAY_CHECK_MS = 1_000;

/**
 * Tells of each new day on the hub's calendar. Looks at the clock every second, which holds in
 * nights of 23 and 25 hours and after the machine slept.
 */
export function watchForNewDay(clock: Clock, dayBegan: (asOfDay: CalendarDay) => void): () => void {
  let known = clock.today();
  return () => {
    const today = clock.today();
    if (today === known) return;
    known = today;
    dayBegan(today);
  };
}
