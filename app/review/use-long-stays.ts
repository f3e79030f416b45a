import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReviewBand } from '../../domain/review/long-stays.ts';
import { isLongStay, longStays } from '../../domain/review/long-stays.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { LongStayRow } from '../../server/services.ts';
import { useBoardState } from '../live/board-context.ts';
import { createAsk } from '../realtime/ask-in-time.ts';
import { afterInBrowser } from '../realtime/timers.ts';
import type { BandCount, FirstLongStays, LongStaySaid } from './first-long-stays.ts';
import { countBands } from './first-long-stays.ts';
import { createReadAgain } from './read-again.ts';

export type LiveLongStays = {
  rows: LongStayRow[];
  counts: BandCount[];
  /** False while not everybody of the band may be held yet. */
  isWhole: boolean;
};

/** Of somebody who has just become a long stay, until what is said of them is read. */
const NOTHING_SAID = { review: null, mayRecord: false } satisfies Omit<LongStayRow, 'card'>;

/** Long stays as the board's store has them, with what was last read of their reviews. */
export function useLongStays(first: FirstLongStays, band: ReviewBand): LiveLongStays {
  const shown = useBoardState((state) => state.shown);
  const isHeld = useBoardState((state) => state.cursor !== null);
  const stays = useMemo(() => longStays(shown.values()), [shown]);
  const said = useSaid(first.said, stays);
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

/** What is said of long stays, read again when any of them has moved on. */
function useSaid(first: readonly LongStaySaid[], stays: readonly Card[]): SaidById {
  const meId = useBoardState((state) => state.me.id);
  const [said, setSaid] = useState(() => byId(first));
  const reader = useRef<ReturnType<typeof createReadAgain> | null>(null);
  const newest = stays.reduce((seq, card) => Math.max(seq, card.seq), 0);
  useEffect(() => {
    const ask = createAsk((...request) => fetch(...request), afterInBrowser);
    const aborting = new AbortController();
    const reading = createReadAgain(async () => {
      const reply = await ask('/api/long-stays', { signal: aborting.signal });
      // Security: what somebody else may see is not shown here.
      if (reply?.isOk !== true || reply.userId !== meId || reply.body === undefined) return false;
      const body = reply.body as { said: LongStaySaid[] }; // what the route sends
      setSaid(byId(body.said));
      return true;
    }, afterInBrowser);
    reader.current = reading;
    return () => {
      reading.stop();
      aborting.abort();
    };
  }, [meId]);
  useEffect(() => reader.current?.ask(), [newest, stays.length]);
  return said;
}

function byId(said: readonly LongStaySaid[]): SaidById {
  return new Map(said.map((one) => [one.spellId, one]));
}
