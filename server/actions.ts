import { listedActions } from '../domain/actions/action-list.ts';
import type { ListedAction } from '../domain/actions/action-list.ts';
import type { Actor } from '../domain/actor.ts';
import type { BoardProjection } from './realtime/board-projection.ts';
import type { ActionRow, Clock, Services } from './services.ts';

type Deps = { projection: Pick<BoardProjection, 'spells' | 'card'>; clock: Clock };

/** What is agreed about the patients that somebody sees, from the live board. */
export function createActions({ projection, clock }: Deps): Services['actions'] {
  return (actor) => {
    const { open, ended } = actionsInSight({ projection, clock }, actor);
    return [...open, ...ended].flatMap(({ spellId, ...row }): ActionRow[] => {
      const card = projection.card(actor, spellId);
      return card === null ? [] : [{ card, ...row }];
    });
  };
}

export function actionsInSight(
  { projection, clock }: { projection: Pick<BoardProjection, 'spells'>; clock: Clock },
  actor: Actor,
): { open: ListedAction[]; ended: ListedAction[] } {
  const spells = Array.from(projection.spells(), ({ spell }) => spell);
  return listedActions(spells, actor, { today: clock.today(), timeZone: clock.timeZone });
}
