import { dischargeReadyDate } from '../delay/delay-days.ts';
import { DELAY_REASONS, REASON_GROUPS, NO_REASON } from '../delay/delay-reasons.ts';
import type { DelayReason } from '../delay/delay-reasons.ts';
import type { Standing } from './standing.ts';

/** A figure of a day: who is behind it, and what is counted of them. */
type Rule = {
  name: string;
  /** What it counts, for those who read it. */
  means: string;
  isBehind: (standing: Standing) => boolean;
  counts: 'people' | 'delay_days';
};

const isRemaining = (standing: Standing) => standing.readyDate !== null;
const longStay = (nights: number) => (standing: Standing) =>
  standing.isHere && standing.lengthOfStay >= nights;
const waitingLongStay = (nights: number) => (standing: Standing) =>
  isRemaining(standing) && standing.lengthOfStay >= nights;

/**
 * The figures of one day, each defined once (handbook 6; NHS England, acute discharge situation
 * report). Nationally, those without criteria to reside on a day are those who left on it and
 * those who remain.
 */
const RULES = {
  here: {
    name: 'In hospital',
    means: 'In a bed at the end of the day, or now',
    isBehind: ({ isHere }) => isHere,
    counts: 'people',
  },
  no_criteria: {
    name: 'No criteria to reside',
    means: 'Remaining without criteria to reside, and those discharged on the day',
    isBehind: (standing) => isRemaining(standing) || standing.left !== null,
    counts: 'people',
  },
  remaining: {
    name: 'Remaining with no criteria to reside',
    means: 'Still in hospital without criteria to reside at the end of the day, or now',
    isBehind: isRemaining,
    counts: 'people',
  },
  waiting: {
    name: 'Ready and waiting',
    means: 'Of those remaining: with an open task that blocks, or without a pathway',
    isBehind: ({ isWaiting }) => isWaiting,
    counts: 'people',
  },
  discharged: {
    name: 'Discharged',
    means: 'Left on the day',
    isBehind: ({ left }) => left !== null,
    counts: 'people',
  },
  discharged_by_17: {
    name: 'Discharged by 17:00',
    means: 'Left on the day, at 17:00 or before',
    isBehind: ({ left }) => left === 'by_17',
    counts: 'people',
  },
  discharged_after_17: {
    name: 'Discharged from 17:01 to 23:59',
    means: 'Left on the day, after 17:00',
    isBehind: ({ left }) => left === 'after_17',
    counts: 'people',
  },
  no_edd: {
    name: 'No estimated discharge date',
    means: 'In hospital without an estimated discharge date',
    isBehind: ({ isHere, stay }) => isHere && stay.edd === null,
    counts: 'people',
  },
  edd_passed: {
    name: 'Estimated discharge date passed',
    means: 'In hospital after their estimated discharge date',
    isBehind: ({ isHere, stay, day }) => isHere && stay.edd !== null && stay.edd < day,
    counts: 'people',
  },
  no_reason: {
    name: 'Delayed with no reason recorded',
    means: 'Remaining for a day or more, with nothing recorded that blocks',
    isBehind: ({ delayDays, reason }) => delayDays > 0 && reason === null,
    counts: 'people',
  },
  no_ready_date: {
    name: 'Discharged with support and no ready date',
    means: 'Left on pathway 1, 2 or 3 without a discharge ready date: counts as no delay',
    isBehind: ({ left, stay }) =>
      left !== null &&
      stay.national !== null &&
      stay.national !== 'P0' &&
      dischargeReadyDate(stay.nctrPeriods) === null,
    counts: 'people',
  },
  stay_7: {
    name: 'In hospital 7 days or more',
    means: 'Seven nights or more since admission',
    isBehind: longStay(7),
    counts: 'people',
  },
  stay_14: {
    name: 'In hospital 14 days or more',
    means: 'Fourteen nights or more since admission',
    isBehind: longStay(14),
    counts: 'people',
  },
  stay_21: {
    name: 'In hospital 21 days or more',
    means: 'Twenty-one nights or more since admission',
    isBehind: longStay(21),
    counts: 'people',
  },
  bed_days_7: {
    name: 'Additional bed days, 7 days or more',
    means: 'Days since the ready date, of those remaining with a stay of seven nights or more',
    isBehind: waitingLongStay(7),
    counts: 'delay_days',
  },
  bed_days_14: {
    name: 'Additional bed days, 14 days or more',
    means: 'The same, with a stay of fourteen nights or more',
    isBehind: waitingLongStay(14),
    counts: 'delay_days',
  },
  bed_days_21: {
    name: 'Additional bed days, 21 days or more',
    means: 'The same, with a stay of twenty-one nights or more',
    isBehind: waitingLongStay(21),
    counts: 'delay_days',
  },
} as const satisfies Record<string, Rule>;

export type DayFigure = keyof typeof RULES;
export const DAY_FIGURES: Readonly<Record<DayFigure, Rule>> = RULES;

export function isDayFigure(text: string): text is DayFigure {
  return Object.hasOwn(DAY_FIGURES, text);
}

/** The value of a figure: people, or days, according to the figure. */
export function dayFigure(standings: readonly Standing[], figure: DayFigure): number {
  const { isBehind, counts } = DAY_FIGURES[figure];
  const behind = standings.filter(isBehind);
  return counts === 'people'
    ? behind.length
    : behind.reduce((days, { delayDays }) => days + delayDays, 0);
}

/** A main reason for delay, or that none is recorded. */
export type ReasonKey = DelayReason | 'none';
export const REASON_KEYS: readonly ReasonKey[] = [
  // Its own keys.
  ...(Object.keys(DELAY_REASONS) as DelayReason[]),
  'none',
];

export type ReasonCount = {
  key: ReasonKey;
  name: string;
  group: string;
  people: number;
  bedDays: number;
};

/** Whether somebody who remains is so for a reason, after at least so many nights in hospital. */
export function isForReason(standing: Standing, key: ReasonKey, leastNights = 0): boolean {
  return (
    isRemaining(standing) &&
    standing.lengthOfStay >= leastNights &&
    (standing.reason ?? 'none') === key
  );
}

/**
 * Those remaining by main reason for delay (handbook 4), all 37 reasons in the national order and
 * "no reason recorded" last, never spread over the others (hazard 16).
 */
export function reasonCounts(standings: readonly Standing[], leastNights = 0): ReasonCount[] {
  return REASON_KEYS.map((key) => {
    const behind = standings.filter((standing) => isForReason(standing, key, leastNights));
    return {
      key,
      name: key === 'none' ? NO_REASON : DELAY_REASONS[key],
      group: reasonGroup(key),
      people: behind.length,
      bedDays: behind.reduce((days, { delayDays }) => days + delayDays, 0),
    };
  });
}

export function reasonGroup(key: ReasonKey): string {
  const group = Object.entries(REASON_GROUPS).find(([letter]) => key.startsWith(letter));
  return group === undefined ? NO_REASON : group[1];
}
