import type { Place } from '../../persons/place.ts';
import { reroutedTasks } from '../../tasks/council-routing.ts';
import { dueAtFor } from '../../tasks/catalogue.ts';
import { isOpenState } from '../../tasks/task-types.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { happened } from '../decision.ts';
import type { Spell } from '../state.ts';

/**
 * What follows for a stay's tasks when the person's council becomes another: they go to the team
 * that does them there; while it is not known the hub has the task of finding it, which is done
 * once it is known (handbook 5). `taskId` is for the task that this may add; null adds none.
 */
export function routeToCouncil(
  spell: Spell,
  place: Place,
  taskId: string | null,
  context: DecideContext,
): Decision[] {
  const { place: before } = spell.person;
  if (place === before) return [];
  const sent = reroutedTasks(spell.tasks, { before, after: place }, context.catalogue).map(
    ({ task, owner }) => {
      const data = { owner, from: task.owner, assignee: null, because: 'council_changed' } as const;
      const event = { type: 'TaskAssigned', data, details: null } as const;
      return happened(context, spell.id, event, { taskId: task.id });
    },
  );
  const searches = spell.tasks.filter(
    ({ type, state }) => type === 'find_council' && isOpenState(state),
  );
  if (place === 'unknown') {
    const isNeeded = searches.length === 0 && spell.discharge === null;
    return isNeeded && taskId !== null ? [...sent, findCouncil(spell.id, taskId, context)] : sent;
  }
  const found = searches.map((task) =>
    happened(
      context,
      spell.id,
      { type: 'TaskCompleted', data: {}, details: null },
      { taskId: task.id },
    ),
  );
  return [...sent, ...found];
}

/** The hub's task for somebody whose council is not known. It blocks nothing by itself. */
export function findCouncil(spellId: string, taskId: string, context: DecideContext): Decision {
  const { owner, target } = context.catalogue.find_council;
  const dueAt = dueAtFor(target, owner, { ...context, edd: null });
  const data = { taskType: 'find_council', owner, blocking: false, dueAt } as const;
  return happened(context, spellId, { type: 'TaskAdded', data, details: null }, { taskId });
}
