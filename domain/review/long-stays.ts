import type { Audience } from '../actor.ts';
import type { Card } from '../spell/card.ts';

/** The bands of the weekly review, in nights (handbook 14). */
export const REVIEW_BANDS = [21, 14, 7] as const;
export type ReviewBand = (typeof REVIEW_BANDS)[number];

/** The band that an address names; the longest where it names none. */
export function reviewBandOf(text: string | null): ReviewBand {
  return REVIEW_BANDS.find((band) => String(band) === text) ?? 21;
}

/** Who reviews long stays: housing must not learn from it who is delayed, administrators see nobody. */
export function mayReview({ role }: Pick<Audience, 'role'>): boolean {
  return role === 'ward' || role === 'broker' || role === 'hub';
}

type LongStay = Pick<Card, 'id' | 'dischargedOn' | 'lengthOfStay' | 'delayDays'>;

/** Whether somebody is still here, for at least so many nights; the shortest band unless it is said. */
export function isLongStay(
  { dischargedOn, lengthOfStay = 0 }: Pick<LongStay, 'dischargedOn' | 'lengthOfStay'>,
  band: ReviewBand = 7,
): boolean {
  return dischargedOn === null && lengthOfStay >= band;
}

/** Those still here for a week and more, the longest delay first, then the longest stay. */
export function longStays<Stay extends LongStay>(cards: Iterable<Stay>): Stay[] {
  return [...cards]
    .filter((stay) => isLongStay(stay))
    .sort(
      (one, other) =>
        (other.delayDays ?? 0) - (one.delayDays ?? 0) ||
        (other.lengthOfStay ?? 0) - (one.lengthOfStay ?? 0) ||
        (one.id < other.id ? -1 : 1),
    );
}
