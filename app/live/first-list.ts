import type { BoardAnswer, Lookups, Me } from '../../domain/protocol.ts';
import type { BesideCard } from '../../domain/spell/beside-card.ts';
import { besideCards } from '../../domain/spell/beside-card.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';

/** What the page of a list beside the board starts with. */
export type FirstList = {
  me: Me;
  lookups: Lookups;
  epoch: string;
  key: string;
  asOfDay: CalendarDay;
  now: Instant;
  timeZone: string;
  cards: Card[];
};

/** The same with what is said beside the cards. */
export type FirstSaid<Row> = FirstList & { said: BesideCard<Row>[] };

/** For whom and when a page is made. */
export type ListPage = { me: Me; now: Instant; timeZone: string };

/** The cards of a list, each once, with what a live page needs of the board. */
export function firstList(
  { epoch, key, asOfDay, lookups }: Omit<BoardAnswer, 'cards'>,
  rows: readonly { card: Card }[],
  { me, now, timeZone }: ListPage,
): FirstList {
  const cards = new Map(rows.map(({ card }) => [card.id, card]));
  return { ...{ me, lookups, epoch, key, asOfDay, now, timeZone }, cards: [...cards.values()] };
}

export function firstSaid<Row extends { card: Card }>(
  board: Omit<BoardAnswer, 'cards'>,
  rows: readonly Row[],
  page: ListPage,
): FirstSaid<Row> {
  return { ...firstList(board, rows, page), said: besideCards(rows) };
}
