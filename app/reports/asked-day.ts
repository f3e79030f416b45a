import { askedOn } from '../../domain/reports/recorded-moment.ts';
import type { CalendarDay } from '../../domain/time.ts';
import type { Clock } from '../../server/services.ts';

/** The day on which a report is asked, by its address and the hub's clock. */
export function askedDay(params: URLSearchParams, clock: Clock): CalendarDay {
  const { timeZone } = clock;
  return askedOn(params, { now: clock.now(), today: clock.today(), timeZone });
}
