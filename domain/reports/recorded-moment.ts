import { isInstant } from '../past/past-moment.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { calendarDay } from '../time.ts';

/** How the address of a report names the moment by which things had been recorded. */
export const RECORDED_NAMES = { at: 'recorded', day: 'recordedDay', time: 'recordedTime' };

/**
 * The day on which a report is asked, by its address: a report of the past is asked then, so that
 * its usual month or day is the one that was usual then.
 */
export function askedOn(
  params: URLSearchParams,
  { now, today, timeZone }: { now: Instant; today: CalendarDay; timeZone: string },
): CalendarDay {
  const recorded = params.get(RECORDED_NAMES.at);
  const isPast = recorded !== null && isInstant(recorded) && recorded <= now;
  return isPast ? calendarDay(recorded, timeZone) : today;
}
