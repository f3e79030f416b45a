import type { BoardAnswer, Lookups, Me } from '../../domain/protocol.ts';
import type { ReviewBand } from '../../domain/review/long-stays.ts';
import { REVIEW_BANDS, isLongStay } from '../../domain/review/long-stays.ts';
import type { BesideCard } from '../../domain/spell/beside-card.ts';
import { besideCards } from '../../domain/spell/beside-card.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { LongStayRow } from '../../server/services.ts';

/** What is said of a long stay beside its card. */
export type LongStaySaid = BesideCard<LongStayRow>;

export type BandCount = { nights: ReviewBand; count: number };

/** What the page of long stays starts with: the rows of one band, and the counts of all. */
export type FirstLongStays = {
  me: Me;
  lookups: Lookups;
  epoch: string;
  key: string;
  asOfDay: CalendarDay;
  now: Instant;
  timeZone: string;
  cards: Card[];
  said: LongStaySaid[];
  counts: BandCount[];
  band: ReviewBand;
};

type Page = { me: Me; band: ReviewBand; now: Instant; timeZone: string };

export function firstLongStays(
  { epoch, key, asOfDay, lookups }: BoardAnswer,
  rows: readonly LongStayRow[],
  { me, band, now, timeZone }: Page,
): FirstLongStays {
  const shown = rows.filter(({ card }) => isLongStay(card, band));
  return {
    ...{ me, lookups, epoch, key, asOfDay, now, timeZone, band },
    cards: shown.map(({ card }) => card),
    said: besideCards(shown),
    counts: countBands(rows.map(({ card }) => card)),
  };
}

export function countBands(
  stays: readonly Pick<Card, 'dischargedOn' | 'lengthOfStay'>[],
): BandCount[] {
  return REVIEW_BANDS.map((nights) => ({
    nights,
    count: stays.filter((stay) => isLongStay(stay, nights)).length,
  }));
}
