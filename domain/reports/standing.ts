import { addDays, daysBetween, formatTime } from '../time.ts';
import type { CalendarDay } from '../time.ts';
import type { DelayReason } from '../delay/delay-reasons.ts';
import type { StayFacts } from './stay-facts.ts';

/**
 * How one stay stood on one day: as it was at the day's end, or as it is now if the day is today.
 * Statistics go by what happened, as far as is known today: a ready date that was recorded later
 * counts from its day.
 */
export type Standing = {
  stay: StayFacts;
  day: CalendarDay;
  /** In a bed at the end of the day. */
  isHere: boolean;
  /** Left on the day; by 17:00 or later. */
  left: 'by_17' | 'after_17' | null;
  /** The discharge ready date of somebody who is here without criteria to reside. */
  readyDate: CalendarDay | null;
  /** Days since the discharge ready date; 0 for everybody else. */
  delayDays: number;
  /** Nights in hospital until the day. */
  lengthOfStay: number;
  /** Why somebody who is here and delayed or ready is so; null: no reason recorded. */
  reason: DelayReason | null;
  /** Whether an open task blocks the discharge, or there is no pathway yet (handbook 3). */
  isWaiting: boolean;
};

export type StandingDetails = {
  reason: DelayReason | null;
  hasBlockingTask: boolean;
  timeZone: string;
};

/** Null for a stay that had not begun, or was over before the day. */
export function standingOn(
  stay: StayFacts,
  day: CalendarDay,
  { reason, hasBlockingTask, timeZone }: StandingDetails,
): Standing | null {
  const { discharge, admittedOn } = stay;
  if (admittedOn > day || (discharge !== null && discharge.on < day)) return null;
  const isHere = discharge === null || discharge.on > day;
  const readyDate = isHere ? readyDateAtEndOf(stay, day) : null;
  return {
    stay,
    day,
    isHere,
    left: discharge?.on === day ? leftWhen(discharge.at, timeZone) : null,
    readyDate,
    delayDays: readyDate === null ? 0 : daysBetween(readyDate, day),
    lengthOfStay: daysBetween(admittedOn, day),
    reason: readyDate === null ? null : reason,
    isWaiting: readyDate !== null && (hasBlockingTask || stay.national === null),
  };
}

/** The start of the period without criteria to reside that is still open when the day ends. */
export function readyDateAtEndOf(
  { nctrPeriods }: Pick<StayFacts, 'nctrPeriods'>,
  day: CalendarDay,
): CalendarDay | null {
  const open = nctrPeriods.find(
    ({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || endedOn > day),
  );
  return open?.startedOn ?? null;
}

/** Up to 17:00 by the clock on the wall; the national cut is "by 17:00" and "17:01 to 23:59". */
function leftWhen(at: string, timeZone: string): 'by_17' | 'after_17' {
  return formatTime(at, timeZone) <= '17:00' ? 'by_17' : 'after_17';
}

/** Days on which somebody was here without criteria to reside at the day's end. */
export function remainingDays(
  stay: StayFacts,
  { from, to }: { from: CalendarDay; to: CalendarDay },
): CalendarDay[] {
  const { admittedOn, discharge, nctrPeriods } = stay;
  const days: CalendarDay[] = [];
  const begins = nctrPeriods.reduce((least, { startedOn }) => least < startedOn ? least : startedOn, to); // prettier-ignore
  let day = [from, admittedOn, begins].reduce((latest, each) => (latest > each ? latest : each));
  for (; day <= to && (discharge === null || discharge.on > day); day = addDays(day, 1)) {
    if (readyDateAtEndOf(stay, day) !== null) days.push(day);
  }
  return days;
}
