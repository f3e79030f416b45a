/**
 * The figures that the demo aims at. "Handbook 6" figures come from NHS England's published
 * statistics (monthly discharge ready date statistics, daily situation report); the rest is
 * assumed, and says so.
 */

/** Open spells at the demo's usual size: University Hospitals of Leicester and Leicestershire Partnership. */
export const OPEN_SPELLS = 1800;
export const OPEN_SPELLS_COMMUNITY = 240;

/** Assumed. */
export const TARGET_OCCUPANCY = 0.92;

/** Discharges a day, averaged over the week, at the demo's usual size (assumed from trust returns). */
export const DISCHARGES_PER_DAY = { uhl: 205, lpt: 20 } as const;

/** Sunday to Saturday, against the average day: Friday is highest, a weekend day about 62% of a weekday (assumed). */
export const WEEKDAY_FACTORS = [0.68, 1.07, 1.1, 1.11, 1.13, 1.19, 0.72] as const;

export type DelayBand = { name: string; min: number; max: number | null; share: number };

/** Days from ready to gone, as shares of all discharges (handbook 6; shares as published, which add up to 99.7). */
const PUBLISHED_BANDS: readonly DelayBand[] = [
  { name: 'none', min: 0, max: 0, share: 86 },
  { name: '1', min: 1, max: 1, share: 5 },
  { name: '2-3', min: 2, max: 3, share: 3 },
  { name: '4-6', min: 4, max: 6, share: 2 },
  { name: '7-13', min: 7, max: 13, share: 2 },
  { name: '14-20', min: 14, max: 20, share: 0.8 },
  { name: '21+', min: 21, max: null, share: 0.9 },
];
const PUBLISHED_TOTAL = PUBLISHED_BANDS.reduce((total, band) => total + band.share, 0);

export const DELAY_BANDS: readonly DelayBand[] = PUBLISHED_BANDS.map((band) => ({
  ...band,
  share: band.share / PUBLISHED_TOTAL,
}));

/** The share of discharges with a delay of a day or more. */
export const DELAYED_SHARE = DELAY_BANDS.slice(1).reduce((total, band) => total + band.share, 0);

/** How far beyond 21 days the longest delays reach, on average, and at most (assumed). */
export const LONG_DELAY_TAIL_DAYS = { uhl: 19, lpt: 28 } as const;
export const LONGEST_DELAY_DAYS = 120;

/**
 * What University Hospitals of Leicester's discharges are made of (assumed). Only `counted` ones
 * are in the national measure (adult, not maternity, alive, a night or more), and only they wait.
 */
export const UHL_DISCHARGE_KINDS = {
  counted: 0.85,
  maternity: 0.06,
  child: 0.055,
  died: 0.025,
  zero_night: 0.01,
} as const;

/** Of those who leave a community hospital without delay (assumed). */
export const LPT_DIED_SHARE = 0.015;

/**
 * How much likelier a delay is in a community hospital than the published share. The published
 * bands hold for the acute trust's counted discharges and, by this factor, for all discharges of
 * both trusts together, as those that are not counted never wait.
 */
export const COMMUNITY_DELAY_FACTOR =
  1 + (DISCHARGES_PER_DAY.uhl * (1 - UHL_DISCHARGE_KINDS.counted)) / DISCHARGES_PER_DAY.lpt;

/** Open spells with no criteria to reside: ~177 remaining at UHL (handbook 6), and in the community (assumed). */
export const OPEN_NCTR = { uhl: 178, lpt: 66 } as const;

export type ReasonGroup = 'H' | 'W' | 'T' | 'I' | 'C';

/** Reasons for delay after 7 days or more in hospital, nationally (handbook 6). */
export const REASON_GROUPS_AFTER_7_DAYS: readonly (readonly [ReasonGroup, number])[] = [
  ['I', 31],
  ['C', 31],
  ['H', 19],
  ['T', 13],
  ['W', 6],
];

/** The same for shorter stays: more of the hospital's own process (assumed). */
export const REASON_GROUPS_BEFORE_7_DAYS: readonly (readonly [ReasonGroup, number])[] = [
  ['H', 40],
  ['I', 22],
  ['T', 18],
  ['C', 14],
  ['W', 6],
];

/** Pathways of people who leave without delay (assumed, so that "no onward care" is ~83% of all). */
export const PATHWAYS_WITHOUT_DELAY = {
  uhl: [
    ['no_onward_care', 94.4],
    ['reablement', 1.9],
    ['intermediate_care_home', 1.1],
    ['intermediate_care_bed', 1.6],
    ['lightbulb', 0.2],
    ['long_term_care', 0.3],
    ['end_of_life', 0.5],
  ],
  lpt: [
    ['no_onward_care', 72],
    ['reablement', 12],
    ['intermediate_care_home', 7],
    ['intermediate_care_bed', 0.5],
    ['lightbulb', 1.5],
    ['long_term_care', 5],
    ['end_of_life', 2],
  ],
} as const;

/** Open spells by what the board's columns show (assumed). */
export const COLUMN_SHARES = {
  none_set: 0.25,
  no_onward_care: 0.48,
  intermediate_care: 0.09,
  reablement: 0.09,
  lightbulb: 0.04,
  long_term_and_end_of_life: 0.05,
} as const;

/** Weights of the hour of discharge, 08:00 to 22:59 London time: most leave from 13:00 to 19:00 (assumed). */
export const DISCHARGE_HOURS: readonly (readonly [hour: number, weight: number])[] = [
  [8, 0.8],
  [9, 2],
  [10, 4],
  [11, 6.5],
  [12, 8],
  [13, 10],
  [14, 11.5],
  [15, 12.5],
  [16, 12.5],
  [17, 11.5],
  [18, 9],
  [19, 6],
  [20, 3.5],
  [21, 1.7],
  [22, 0.5],
];

/** Weights of the hour of an emergency admission, from midnight (assumed). */
export const ADMISSION_HOURS: readonly number[] = [
  3.5, 3, 2.6, 2.3, 2.1, 2, 2, 2.2, 2.6, 3.4, 4.2, 4.9, 5.3, 5.6, 5.8, 5.9, 6, 6, 5.8, 5.5, 5.1,
  4.8, 4.5, 4.1,
];

/** Of open spells: without an EDD, and with one that has passed (assumed). */
export const EDD_SHARES = { notSet: 0.08, passed: 0.12 } as const;

/** Shares of persons (assumed). */
export const SHARES = {
  withoutNhsNumber: 0.005,
  readmitted: 0.05,
  /** Open delayed spells in which nobody has recorded what holds the person up. */
  delayedWithoutReason: 0.03,
  criteriaMetAgain: 0.04,
} as const;
