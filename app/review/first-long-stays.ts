import type { BoardAnswer } from '../../domain/protocol.ts';
import type { ReviewBand } from '../../domain/review/long-stays.ts';
import { REVIEW_BANDS, isLongStay } from '../../domain/review/long-stays.ts';
import type { BesideCard } from '../../domain/spell/beside-card.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { LongStayRow } from '../../server/services.ts';
import type { FirstSaid, ListPage } from '../live/first-list.ts';
import { firstSaid } from '../live/first-list.ts';

/** What is said of a long stay beside its card. */
export type LongStaySaid = BesideCard<LongStayRow>;

export type BandCount = { nights: ReviewBand; count: number };

/** What the page of long stays starts with: the rows of one band, and the counts of all. */
export type FirstLongStays = FirstSaid<LongStayRow> & { counts: BandCount[]; band: ReviewBand };

export function firstLongStays(
  board: BoardAnswer,
  rows: readonly LongStayRow[],
  { band, ...page }: ListPage & { band: ReviewBand },
): FirstLongStays {
  const shown = rows.filter(({ card }) => isLongStay(card, band));
  const counts = countBands(rows.map(({ card }) => card));
  return { ...firstSaid(board, shown, page), counts, band };
}

export function countBands(
  stays: readonly Pick<Card, 'dischargedOn' | 'lengthOfStay'>[],
): BandCount[] {
  return REVIEW_BANDS.map((nights) => ({
    nights,
    count: stays.filter((stay) => isLongStay(stay, nights)).length,
  }));
}
