import { askedOn } from '../../domain/reports/recorded-moment.ts';
import type { CalendarDay } from '../../domain/time.ts';

export type HubTime = { now(): string; today(): CalendarDay; timeZone: string };

/** The day on which a report is asked, by its address and the hub's clock. */
export function askedDay(params: URLSearchParams, clock: HubTime): CalendarDay {
  const { timeZone } = clock;
  return askedOn(params, { now: clock.now(), today: clock.today(), timeZone });
}
