import type { BoardAnswer, Lookups, Me } from '../../domain/protocol.ts';
import type { BesideCard } from '../../domain/spell/beside-card.ts';
import { besideCards } from '../../domain/spell/beside-card.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { EscalationRow } from '../../server/services.ts';

/** What the page of escalations starts with. */
export type FirstEscalations = {
  me: Me;
  lookups: Lookups;
  epoch: string;
  key: string;
  asOfDay: CalendarDay;
  now: Instant;
  timeZone: string;
  cards: Card[];
  said: BesideCard<EscalationRow>[];
};

export function firstEscalations(
  { epoch, key, asOfDay, lookups }: BoardAnswer,
  rows: readonly EscalationRow[],
  page: { me: Me; now: Instant; timeZone: string },
): FirstEscalations {
  const cards = new Map(rows.map(({ card }) => [card.id, card]));
  return {
    ...{ lookups, epoch, key, asOfDay, ...page },
    cards: [...cards.values()],
    said: besideCards(rows),
  };
}
