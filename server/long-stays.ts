import { actionViews } from '../domain/actions/action-sight.ts';
import type { Actor } from '../domain/actor.ts';
import { isOnBoardOf, sightFacts } from '../domain/audience.ts';
import { isAllowed } from '../domain/permissions.ts';
import { longStays, mayReview } from '../domain/review/long-stays.ts';
import type { Spell } from '../domain/spell/state.ts';
import type { BoardProjection } from './realtime/board-projection.ts';
import type { LongStayRow, Services } from './services.ts';

/** The long stays that somebody sees, with what their last reviews came to, from the live board. */
export function createLongStays(
  projection: Pick<BoardProjection, 'spells' | 'card'>,
): Services['longStays'] {
  return (actor) => {
    if (!mayReview(actor)) return null;
    const onBoard = Array.from(projection.spells(), ({ spell }) => spell).filter((spell) =>
      isOnBoardOf(actor, sightFacts(spell)),
    );
    const stays = new Map(onBoard.map((spell) => [spell.id, spell]));
    const cards = onBoard
      .map(({ id }) => projection.card(actor, id))
      .filter((card) => card !== null);
    return longStays(cards).map((card) => ({
      ...{ card, ...said(stays.get(card.id), actor) },
      mayRecord: isAllowed(actor, 'ReviewLongStay', {
        ...{ wardId: card.ward.id, taskOwner: null, pathway: null },
      }),
    }));
  };
}

/** What the last review came to, and what is open of what was agreed. */
function said(stay: Spell | undefined, actor: Actor): Pick<LongStayRow, 'review' | 'actions'> {
  if (stay === undefined) return { review: null, actions: [] };
  const actions = actionViews(stay, actor).filter(({ state }) => state === 'open');
  return { review: stay.longStayReview, actions };
}
