import type { Escalation } from '../../escalation/escalation.ts';
import { escalatedTo } from '../../escalation/escalation.ts';
import type { Task } from '../../tasks/task.ts';
import { ERASED } from '../erased.ts';
import type { EscalationEvent, EventOf } from '../events.ts';
import type { Spell } from '../state.ts';
import { onTask } from './on-task.ts';

export function evolveEscalation(spell: Spell, event: EscalationEvent): Spell {
  switch (event.type) {
    case 'TaskEscalated':
      return onTask(spell, event, (task) => ({ ...task, escalation: escalationOf(event) }));
    case 'EscalationAcknowledged': {
      const action = event.details?.action ?? ERASED;
      const { reviewOn } = event.data;
      const acknowledged = { by: event.by, at: event.occurredAt, action, reviewOn };
      return onTask(spell, event, (task) => withEscalation(task, { acknowledged }));
    }
    case 'EscalationResolved': {
      const outcome = event.details?.outcome ?? ERASED;
      const resolved = { by: event.by, at: event.occurredAt, outcome };
      return onTask(spell, event, (task) => withEscalation(task, { resolved }));
    }
    default:
      return event satisfies never;
  }
}

function escalationOf({ data, details, by, occurredAt }: EventOf<'TaskEscalated'>): Escalation {
  const { level, owner, because } = data;
  const need = because === 'person' ? (details?.need ?? ERASED) : null;
  const raised = { raisedBy: by, raisedAt: occurredAt };
  return { level, owner, because, need, ...raised, acknowledged: null, resolved: null };
}

/** What is written is about the task as its team then has it, at the rung where it then stands. */
function withEscalation(task: Task, change: Partial<Escalation>): Task {
  const { escalation, owner } = task;
  if (escalation === null) return task;
  const level = escalatedTo(task) ?? escalation.level;
  return { ...task, escalation: { ...escalation, owner, level, ...change } };
}
