import type { BoardAnswer, Lookups, Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { Ward } from '../../domain/spell/state.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { FilterCounts } from './board-filters.ts';
import { countFilters, matchesFilter } from './board-filters.ts';
import type { BoardUrl } from './board-url.ts';
import type { Column } from './group-cards.ts';
import { groupCards } from './group-cards.ts';

/** How many cards of each column the page's HTML holds; the browser fetches the others. */
const FIRST_CARDS = 8;

/** What the board's page starts with. */
export type FirstScreen = {
  me: Me;
  lookups: Lookups;
  epoch: string;
  key: string;
  asOfDay: CalendarDay;
  now: Instant;
  timeZone: string;
  counts: FilterCounts;
  total: number;
  columnTotals: Record<string, number>;
  cards: Card[];
  wards: Ward[];
};

type Page = { me: Me; url: BoardUrl; now: Instant; timeZone: string };

/** The whole board, cut down to what fits on a first screen. */
export function firstScreen(
  { epoch, key, asOfDay, lookups, cards }: BoardAnswer,
  { me, url, now, timeZone }: Page,
): FirstScreen {
  const onWards = cardsOfWard(cards, url.wardId);
  const columns = groupCards(filterCards(onWards, url, asOfDay), url.group, asOfDay);
  return {
    me,
    lookups,
    epoch,
    key,
    asOfDay,
    now,
    timeZone,
    counts: countFilters(onWards, asOfDay),
    total: cards.length,
    columnTotals: totalsOf(columns),
    cards: columns.flatMap((column) => column.cards.slice(0, FIRST_CARDS)),
    wards: wardsOf(cards, lookups.wards),
  };
}

export function cardsOfWard(cards: readonly Card[], wardId: string | null): readonly Card[] {
  return wardId === null ? cards : cards.filter(({ ward }) => ward.id === wardId);
}

export function filterCards(
  cards: readonly Card[],
  { show }: Pick<BoardUrl, 'show'>,
  today: CalendarDay,
): readonly Card[] {
  return show === null ? cards : cards.filter((card) => matchesFilter(card, show, today));
}

/** The wards that somebody of these is on, in the order of the hub's list. */
export function wardsOf(cards: readonly Card[], wards: readonly Ward[]): Ward[] {
  const occupied = new Set(cards.map(({ ward }) => ward.id));
  return wards.filter(({ id }) => occupied.has(id));
}

function totalsOf(columns: readonly Column[]): Record<string, number> {
  return Object.fromEntries(columns.map(({ id, cards }) => [id, cards.length]));
}
