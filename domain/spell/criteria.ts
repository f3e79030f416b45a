import type { Instant } from '../time.ts';

/** The national criteria to reside (NHS Data Dictionary), codes 01 to 12. */
export const CRITERIA_TO_RESIDE = {
  '01': 'Requires critical or high dependency care',
  '02': 'Requires oxygen therapy or non-invasive ventilation',
  '03': 'Requires intravenous fluids',
  '04': 'Has a National Early Warning Score greater than 3',
  '05': 'Has a diminished level of consciousness where patient recovery is realistic',
  '06': 'Has acute functional impairment in excess of home or community care provision',
  '07': 'Is in last hours of life',
  '08': 'Requires intravenous medication more than twice a day (including analgesia)',
  '09': 'Has undergone lower limb surgery within the last 48 hours',
  '10': 'Has undergone thorax-abdominal and/or pelvic surgery within the last 72 hours',
  '11': 'Has undergone an invasive procedure within the last 24 hours, with an attendant risk of acute life-threatening deterioration',
  '12': 'Has criteria to reside but specific criteria to reside not recorded',
} as const;
export type CriterionCode = keyof typeof CRITERIA_TO_RESIDE;

export const CRITERION_CODES = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
] as const satisfies readonly CriterionCode[];

/** For how long after a review the criteria with a clock of their own hold, in hours. */
const CLOCK_HOURS: Partial<Record<CriterionCode, number>> = { '09': 48, '10': 72, '11': 24 };

/**
 * When the criteria of a review have to be reviewed again at the latest: the earliest end of those
 * with built-in clocks (09, 10 and 11), counted from the review; null when none of them was named.
 * It prompts for a review, and never clears anything (handbook 2).
 */
export function reviewDueAt(
  review: { at: Instant; criteria: readonly CriterionCode[] } | null,
): Instant | null {
  const hours = (review?.criteria ?? []).flatMap((code) => CLOCK_HOURS[code] ?? []);
  if (review === null || hours.length === 0) return null;
  return new Date(Date.parse(review.at) + Math.min(...hours) * 3_600_000).toISOString();
}
