import type { BoardAnswer, Lookups, Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { Ward } from '../../domain/spell/state.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { FieldChoices } from './board-fields.ts';
import { narrowCards } from './board-fields.ts';
import type { CountContext, FilterCounts } from './board-filters.ts';
import { countFilters, matchesFilter } from './board-filters.ts';
import type { BoardUrl } from './board-url.ts';
import { wardsToChoose } from './board-url.ts';
import type { Column } from './group-cards.ts';
import { groupCards } from './group-cards.ts';

/** The page's HTML holds so many cards of so many columns; the browser fetches the others. */
const FIRST_CARDS = 8;
const FIRST_COLUMNS = 10;

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

type Page = {
  me: Me;
  url: BoardUrl;
  now: Instant;
  timeZone: string;
  /** Everybody at once, for a page that nothing is fetched for afterwards. */
  isWhole?: boolean;
};

type BoardThere = Pick<BoardAnswer, 'epoch' | 'key' | 'asOfDay' | 'lookups' | 'cards'>;

/** The whole board, cut down to what fits on a first screen. */
export function firstScreen(
  { epoch, key, asOfDay, lookups, cards: live }: BoardThere,
  { me, url, now, timeZone, isWhole = false }: Page,
): FirstScreen {
  const cards = live.filter(isOnBoard);
  const narrowed = narrowCards(cards, url.fields, { wards: lookups.wards, asOfDay });
  const context = { asOfDay, meId: me.id };
  const wards = wardsOf(cards, lookups.wards, me, url.fields);
  const columns = groupCards(filterCards(narrowed, url, context), { ...url, wards, asOfDay });
  const [perColumn, columnCount] = isWhole ? [Infinity, Infinity] : [FIRST_CARDS, FIRST_COLUMNS];
  const first = columns.filter((column) => column.cards.length > 0).slice(0, columnCount);
  return {
    me,
    lookups,
    epoch,
    key,
    asOfDay,
    now,
    timeZone,
    counts: countFilters(narrowed, context),
    total: cards.length,
    columnTotals: totalsOf(columns),
    cards: first.flatMap((column) => column.cards.slice(0, perColumn)),
    wards,
  };
}

/** Whoever left a day ago is not on the board, though somebody may follow up their home. */
export function isOnBoard({ hasLeftBoard }: Card): boolean {
  return hasLeftBoard !== true;
}

export function filterCards(
  cards: readonly Card[],
  { show }: Pick<BoardUrl, 'show'>,
  context: CountContext,
): readonly Card[] {
  return show === null ? cards : cards.filter((card) => matchesFilter(card, show, context));
}

/**
 * The wards to choose from, in the order of the hub's list: a coordinator's own, those that somebody
 * is on, and those chosen already.
 */
export function wardsOf(
  cards: readonly Card[],
  wards: readonly Ward[],
  me: Me,
  { ward, site }: FieldChoices,
): Ward[] {
  const shown = new Set([...me.wardIds, ...cards.map((card) => card.ward.id)]);
  return wardsToChoose(me, wards).filter(
    ({ id, siteId }) => shown.has(id) || id === ward || siteId === site,
  );
}

function totalsOf(columns: readonly Column[]): Record<string, number> {
  return Object.fromEntries(columns.map(({ id, cards }) => [id, cards.length]));
}
