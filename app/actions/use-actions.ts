import { useMemo } from 'react';
import { withCards } from '../../domain/spell/beside-card.ts';
import type { ActionRow } from '../../server/services.ts';
import { useBoardState } from '../live/board-context.ts';
import type { FirstSaid } from '../live/first-list.ts';
import { useSaid } from '../live/use-said.ts';

/** What is agreed, as last read, with the cards of the board's store. Read again with any news, as no card tells of actions. */
export function useActions(first: FirstSaid<ActionRow>): ActionRow[] {
  const shown = useBoardState((state) => state.shown);
  const today = useBoardState((state) => state.asOfDay);
  const newest = useMemo(() => newestOf(shown.values()), [shown]);
  const said = useSaid('/api/actions', first.said, `${today} ${shown.size} ${newest}`);
  return useMemo(() => withCards(said, shown), [said, shown]);
}

function newestOf(cards: Iterable<{ seq: number }>): number {
  let newest = 0;
  for (const { seq } of cards) newest = Math.max(newest, seq);
  return newest;
}
