import type { BoardAnswer, Lookups, Me } from '../../domain/protocol.ts';
import type { BesideCard } from '../../domain/spell/beside-card.ts';
import { besideCards } from '../../domain/spell/beside-card.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { ActionRow } from '../../server/services.ts';

/** What the page of actions starts with. */
export type FirstActions = {
  me: Me;
  lookups: Lookups;
  epoch: string;
  key: string;
  asOfDay: CalendarDay;
  now: Instant;
  timeZone: string;
  cards: Card[];
  said: BesideCard<ActionRow>[];
};

export function firstActions(
  { epoch, key, asOfDay, lookups }: BoardAnswer,
  rows: readonly ActionRow[],
  page: { me: Me; now: Instant; timeZone: string },
): FirstActions {
  const cards = new Map(rows.map(({ card }) => [card.id, card]));
  return {
    ...{ lookups, epoch, key, asOfDay, ...page },
    cards: [...cards.values()],
    said: besideCards(rows),
  };
}
