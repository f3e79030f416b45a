import type { CalendarDay } from '../time.ts';
import { daysBetween } from '../time.ts';

/** A time without criteria to reside: from the day it was decided to the day it ended. */
export type NctrPeriod = {
  startedOn: CalendarDay;
  endedOn: CalendarDay | null;
  endedBy: 'criteria_met' | 'discharge' | null;
};

/**
 * "Ready since" (DRD): the start of the period that is open, or that the discharge ended.
 * Null for someone who meets the criteria, and for someone who left without ever being
 * recorded as waiting, who counts as gone on the day they were ready
 * (handbook 1; NHS England discharge ready date guidance).
 */
export function dischargeReadyDate(periods: readonly NctrPeriod[]): CalendarDay | null {
  const last = periods.at(-1);
  if (last === undefined || last.endedBy === 'criteria_met') return null;
  return last.startedOn;
}

/**
 * Whole calendar days from the discharge ready date to the discharge, or to today while the
 * person is still here; 0 when ready and gone on one date, or when not ready.
 */
export function delayDays(
  readyDate: CalendarDay | null,
  dischargedOn: CalendarDay | null,
  today: CalendarDay,
): number {
  if (readyDate === null) return 0;
  return Math.max(0, daysBetween(readyDate, dischargedOn ?? today));
}

/** Nights in hospital: whole calendar days from the admission date. */
export function lengthOfStay(
  admittedOn: CalendarDay,
  dischargedOn: CalendarDay | null,
  today: CalendarDay,
): number {
  return Math.max(0, daysBetween(admittedOn, dischargedOn ?? today));
}
