import type { VirtualItem } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { CSSProperties, ReactNode } from 'react';
import { useCallback, useEffect, useId, useRef } from 'react';
import { countOf } from '../count-words.ts';
import type { Column } from './group-cards.ts';
import { LiveCard } from './live-card.tsx';
import { tabStop } from './roving.ts';
import type { DropTarget } from './use-card-drag.ts';
import type { Sought } from './use-card-focus.ts';
import { useNearScreen } from './use-near-screen.ts';

/** What a card takes before it has been measured, and how many are kept ready beyond the edges. */
const ESTIMATED_PX = 168;
const OVERSCAN = 2;

export type CardPlace = {
  /** The card last been on. */
  lastId: string | null;
  selectedId: string | null;
  /** The card that somebody has just gone to. */
  sought: Sought | null;
  onOpen: ((spellId: string) => void) | null;
  onMove: (spellId: string) => void;
};

type BoardColumnProps = {
  column: Column;
  /** How many there are: more than the cards while the rest is on its way. */
  total: number;
  isHydrated: boolean;
  place: CardPlace;
  drop: DropTarget | null;
};

/** One column. Only the cards on screen, and the one that Tab reaches, are in the page. */
export function BoardColumn({ column, total, isHydrated, place, drop }: BoardColumnProps) {
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const isNear = useNearScreen(section);
  const { cards } = column;
  const missing = total - cards.length;
  const isDrawn = cards.length > 0 && (!isHydrated || isNear || holdsOneInUse(column, place));
  return (
    <section
      className={classOf(drop)}
      aria-labelledby={titleId}
      data-column-id={column.id}
      ref={section}
    >
      <header className="hub-column__header">
        <h2 className="hub-column__title" id={titleId}>
          {column.name}
          {column.detail !== undefined && (
            <span className="hub-column__detail"> {column.detail}</span>
          )}
        </h2>
        <span className="hub-column__count">{total.toLocaleString('en-GB')}</span>
        {missing > 0 && isHydrated && (
          <p className="hub-column__note">{countOf(missing, 'more is', 'more are')} on the way</p>
        )}
      </header>
      {isDrawn ? (
        <CardList column={column} total={total} isHydrated={isHydrated} place={place} />
      ) : (
        <div className="hub-column__list">
          {total === 0 && <p className="hub-column__nobody">Nobody</p>}
        </div>
      )}
    </section>
  );
}

/** Far to the side of the screen only the cards that somebody is at are kept. */
function holdsOneInUse({ cards }: Column, { lastId, selectedId, sought }: CardPlace): boolean {
  return cards.some(({ id }) => id === lastId || id === selectedId || id === sought?.cardId);
}

function classOf(drop: DropTarget | null): string {
  if (drop === null) return 'hub-column';
  return drop.isAccepted ? 'hub-column hub-column--target' : 'hub-column hub-column--refused';
}

type CardListProps = Omit<BoardColumnProps, 'drop'>;

function CardList({ column, total, isHydrated, place }: CardListProps) {
  const { cards, pathways } = column;
  const { sought } = place;
  const tabStopId = tabStop(column, place.lastId);
  const list = useRef<HTMLDivElement>(null);
  const stopIndex = cards.findIndex(({ id }) => id === tabStopId);
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => list.current,
    estimateSize: () => ESTIMATED_PX,
    getItemKey: useCallback((index: number) => cards[index]?.id ?? index, [cards]),
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        withIndex(defaultRangeExtractor(range), stopIndex),
      [stopIndex],
    ),
    overscan: OVERSCAN,
    useFlushSync: false,
    enabled: isHydrated,
  });

  useEffect(() => {
    const index = cards.findIndex(({ id }) => id === sought?.cardId);
    if (index >= 0) virtualizer.scrollToIndex(index);
    // Only when another card is sought: news must not scroll a list under somebody's eyes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sought, virtualizer]);

  const row = (index: number, more: Partial<RowProps> = {}): ReactNode => {
    const card = cards[index];
    if (card === undefined) return null;
    return (
      <Row key={card.id} {...more} index={index} total={total}>
        <LiveCard
          card={card}
          isSelected={card.id === place.selectedId}
          isNamedByColumn={pathways.length === 1}
          isAmongPathways={pathways.length > 0}
          isSiteNamed={column.detail !== undefined}
          isTabStop={isHydrated ? card.id === tabStopId : null}
          onOpen={place.onOpen}
          onMove={place.onMove}
        />
      </Row>
    );
  };

  const label = `${column.name}, ${countOf(total, 'patient', 'patients')}`;
  return (
    <div className="hub-column__list" ref={list} tabIndex={-1}>
      <ul
        className={
          isHydrated ? 'hub-column__spacer' : 'hub-column__spacer hub-column__spacer--still'
        }
        aria-label={label}
        {...(isHydrated && { style: { height: virtualizer.getTotalSize() } })}
      >
        {isHydrated
          ? virtualizer
              .getVirtualItems()
              .map((item) =>
                row(item.index, { style: offsetOf(item), measure: virtualizer.measureElement }),
              )
          : cards.map((_card, index) => row(index))}
      </ul>
    </div>
  );
}

type RowProps = {
  index: number;
  total: number;
  style?: CSSProperties;
  measure?: (element: HTMLLIElement | null) => void;
  children: ReactNode;
};

function Row({ index, total, style, measure, children }: RowProps) {
  return (
    <li
      className="hub-column__row"
      ref={measure}
      data-index={index}
      aria-setsize={total}
      aria-posinset={index + 1}
      {...(style && { style })}
    >
      {children}
    </li>
  );
}

/** Set through the CSSOM: the content security policy allows no style attributes in the HTML. */
function offsetOf({ start }: VirtualItem): CSSProperties {
  return { transform: `translateY(${start}px)` };
}

function withIndex(indexes: number[], index: number): number[] {
  if (index < 0 || indexes.includes(index)) return indexes;
  return [...indexes, index].sort((one, other) => one - other);
}
