import { memo, useEffect, useRef } from 'react';
import type { Card } from '../../domain/spell/card.ts';
import { isPending } from '../stores/board-store.ts';
import { useBoardState } from '../live/board-context.ts';
import { useNow } from '../live/use-now.ts';
import { useBoardFacts } from './board-facts.ts';
import { viewersInWords } from './card-words.ts';
import { canMove } from './move-choices.ts';
import type { PatientCardProps } from './patient-card.tsx';
import { PatientCard } from './patient-card.tsx';
import type { SeenCards } from './seen-cards.ts';

export type LiveCardProps = Pick<
  PatientCardProps,
  'card' | 'isSelected' | 'isNamedByColumn' | 'isAmongPathways' | 'isTabStop' | 'onOpen' | 'onMove'
> & {
  /** Whether its column names its hospital. */
  isSiteNamed: boolean;
};

/** A card with what the stores know of it. One that has not changed is not drawn again. */
export const LiveCard = memo(function LiveCard({ isSiteNamed, ...props }: LiveCardProps) {
  const { card } = props;
  const { settable, hasManySites, seen, page } = useBoardFacts();
  const asOfDay = useBoardState((state) => state.asOfDay);
  const catalogue = useBoardState((state) => state.lookups.catalogue);
  const timeZone = useBoardState((state) => state.timeZone);
  const meId = useBoardState((state) => state.me.id);
  const isWaiting = useBoardState((state) => isPending(state, card.id));
  const viewers = useBoardState((state) => state.viewers.get(card.id));
  const others = (viewers ?? []).filter(({ id }) => id !== meId).map(({ name }) => name);
  return (
    <PatientCard
      {...props}
      asOfDay={asOfDay}
      catalogue={catalogue}
      meId={meId}
      now={useNow()}
      timeZone={timeZone}
      planPath={page.planPath(card.id)}
      viewers={viewersInWords(others)}
      isPending={isWaiting}
      news={useNews(card, seen)}
      isSiteShown={hasManySites && !isSiteNamed}
      isMovable={canMove(card, settable)}
    />
  );
});

/** The change that is news to whoever looks at this card; null when there is none. */
function useNews(card: Card, seen: SeenCards): number | null {
  const news = useRef<number | null>(null);
  if (seen.isNews(card)) news.current = card.seq;
  useEffect(() => seen.note(card), [seen, card]);
  return news.current;
}
