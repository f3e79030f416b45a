import type { Action } from '../../actions/action.ts';
import { ERASED } from '../erased.ts';
import type { ActionEvent, EventOf } from '../events.ts';
import type { Spell } from '../state.ts';

export function evolveAction(spell: Spell, event: ActionEvent): Spell {
  const { by, occurredAt: at } = event;
  switch (event.type) {
    case 'ActionAdded':
      return { ...spell, actions: [...spell.actions, added(event)] };
    case 'ActionChanged': {
      const { dueOn, person } = event.data;
      return onAction(spell, event, (action) => ({
        ...{ ...action, dueOn, person },
        ...{ setBy: by, setAt: at },
      }));
    }
    case 'ActionChased': {
      const { because } = event.data;
      const words = because === 'person' ? (event.details?.words ?? ERASED) : null;
      const chase = { by, at, because, words };
      return onAction(spell, event, (action) => ({
        ...action,
        chases: [...action.chases, chase],
      }));
    }
    case 'ActionFinished': {
      const words = event.details?.words ?? ERASED;
      const { outcome, byTeam } = event.data;
      const ended = { outcome, words, by, at, byTeam };
      return onAction(spell, event, (action) => ({ ...action, ended }));
    }
    default:
      return event satisfies never;
  }
}

function added({ data, details, by, occurredAt: at }: EventOf<'ActionAdded'>): Action {
  const { actionId: id, owner, person, dueOn, source, fromTaskId: taskId } = data;
  return {
    ...{ id, what: details?.what ?? ERASED, owner, person, dueOn, source, taskId },
    ...{ askedBy: by, askedAt: at, setBy: by, setAt: at, chases: [], ended: null },
  };
}

function onAction(
  spell: Spell,
  { data: { actionId } }: ActionEvent,
  change: (action: Action) => Action,
): Spell {
  const actions = spell.actions.map((action) => (action.id === actionId ? change(action) : action));
  return { ...spell, actions };
}
