import { isOnBoardOf, sightFacts } from '../domain/audience.ts';
import { isAllowed } from '../domain/permissions.ts';
import { longStays, mayReview } from '../domain/review/long-stays.ts';
import type { BoardProjection } from './realtime/board-projection.ts';
import type { Services } from './services.ts';

/** The long stays that somebody sees, with what their last reviews came to, from the live board. */
export function createLongStays(
  projection: Pick<BoardProjection, 'spells' | 'card'>,
): Services['longStays'] {
  return (actor) => {
    if (!mayReview(actor)) return null;
    const onBoard = Array.from(projection.spells(), ({ spell }) => spell).filter((spell) =>
      isOnBoardOf(actor, sightFacts(spell)),
    );
    const reviews = new Map(onBoard.map(({ id, longStayReview }) => [id, longStayReview]));
    const cards = onBoard
      .map(({ id }) => projection.card(actor, id))
      .filter((card) => card !== null);
    return longStays(cards).map((card) => ({
      ...{ card, review: reviews.get(card.id) ?? null },
      mayRecord: isAllowed(actor, 'ReviewLongStay', {
        ...{ wardId: card.ward.id, taskOwner: null, pathway: null },
      }),
    }));
  };
}
