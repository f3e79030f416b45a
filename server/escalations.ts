import { actionsFrom } from '../domain/actions/action-sight.ts';
import { escalated } from '../domain/escalation/escalated.ts';
import { taskTypeName } from '../domain/tasks/catalogue.ts';
import type { BoardProjection } from './realtime/board-projection.ts';
import type { EscalationRow, Services } from './services.ts';

/** What is escalated of the patients that somebody sees, from the live board. */
export function createEscalations(
  projection: Pick<BoardProjection, 'spells' | 'card' | 'lookups'>,
): Services['escalations'] {
  return (actor) => {
    const { catalogue } = projection.lookups();
    const spells = Array.from(projection.spells(), ({ spell }) => spell);
    const stays = new Map(spells.map((spell) => [spell.id, spell]));
    return escalated(spells, actor).flatMap(({ spellId, task, level, raised }) => {
      const card = projection.card(actor, spellId);
      if (card === null) return [];
      const row: EscalationRow = {
        ...{ card, level, raised },
        actions: actionsFrom(stays.get(spellId), task?.id ?? null, actor),
        task: task && {
          ...{ id: task.id, owner: task.owner, dueAt: task.dueAt },
          name: taskTypeName(catalogue, task.type),
        },
      };
      return [row];
    });
  };
}
