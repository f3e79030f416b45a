import type { BoardAnswer, Lookups, Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { EscalationRow } from '../../server/services.ts';

/** What is said of an escalation beside the card of its patient. */
export type EscalationSaid = Omit<EscalationRow, 'card'> & { spellId: string };

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
  said: EscalationSaid[];
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
    said: rows.map(({ card, ...said }) => ({ spellId: card.id, ...said })),
  };
}
