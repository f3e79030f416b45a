import { useMemo } from 'react';
import type { ReviewBand } from '../../domain/review/long-stays.ts';
import { isLongStay, longStays } from '../../domain/review/long-stays.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { LongStayRow } from '../../server/services.ts';
import { useBoardState } from '../live/board-context.ts';
import { useSaid } from '../live/use-said.ts';
import type { BandCount, FirstLongStays, LongStaySaid } from './first-long-stays.ts';
import { countBands } from './first-long-stays.ts';

export type LiveLongStays = {
  rows: LongStayRow[];
  counts: BandCount[];
  /** False while not everybody of the band may be held yet. */
  isWhole: boolean;
};

/** Of somebody who has just become a long stay, until what is said of them is read. */
const NOTHING_SAID = { review: null, actions: [], mayRecord: false } satisfies Omit<
  LongStayRow,
  'card'
>;

/** Long stays as the board's store has them, with what was last read of their reviews. */
export function useLongStays(first: FirstLongStays, band: ReviewBand): LiveLongStays {
  const shown = useBoardState((state) => state.shown);
  const isHeld = useBoardState((state) => state.cursor !== null);
  const stays = useMemo(() => longStays(shown.values()), [shown]);
  const read = useSaid('/api/long-stays', first.said, movedTo(stays));
  const said = useMemo(() => byId(read), [read]);
  const rows = useMemo(
    () =>
      stays
        .filter((card) => isLongStay(card, band))
        .map((card) => ({ card, ...(said.get(card.id) ?? NOTHING_SAID) })),
    [stays, said, band],
  );
  return {
    rows,
    counts: isHeld ? countBands(stays) : first.counts,
    isWhole: isHeld || band === first.band,
  };
}

type SaidById = ReadonlyMap<string, LongStaySaid>;

/** How far they have come, and how many they are. */
function movedTo(stays: readonly Card[]): string {
  return `${stays.length} ${stays.reduce((seq, card) => Math.max(seq, card.seq), 0)}`;
}

function byId(said: readonly LongStaySaid[]): SaidById {
  return new Map(said.map((one) => [one.spellId, one]));
}
