import type { Escalation, TaskEscalation } from '../../escalation/escalation.ts';
import { escalatedTo, rankOf } from '../../escalation/escalation.ts';
import type { StayEscalation } from '../../escalation/stay-escalation.ts';
import type { Task } from '../../tasks/task.ts';
import { ERASED } from '../erased.ts';
import type { EscalationEvent, EventOf } from '../events.ts';
import type { Spell } from '../state.ts';
import { onTask } from './on-task.ts';

export function evolveEscalation(spell: Spell, event: EscalationEvent): Spell {
  switch (event.type) {
    case 'TaskEscalated':
      return onTask(spell, event, (task) => ({ ...task, escalation: taskEscalationOf(event) }));
    case 'StayEscalated':
      return { ...spell, escalation: stayEscalationOf(event, spell.escalation) };
    case 'EscalationAcknowledged': {
      const action = event.details?.action ?? ERASED;
      const { reviewOn } = event.data;
      return written(spell, event, {
        acknowledged: { by: event.by, at: event.occurredAt, action, reviewOn },
      });
    }
    case 'EscalationResolved': {
      const outcome = event.details?.outcome ?? ERASED;
      return written(spell, event, { resolved: { by: event.by, at: event.occurredAt, outcome } });
    }
    default:
      return event satisfies never;
  }
}

function taskEscalationOf(event: EventOf<'TaskEscalated'>): TaskEscalation {
  const { level, owner, because } = event.data;
  return { level, owner, because, ...raised(event) };
}

function stayEscalationOf(
  event: EventOf<'StayEscalated'>,
  before: StayEscalation | null,
): StayEscalation {
  const { level, because } = event.data;
  const isHighest = before === null || rankOf(level) > rankOf(before.reached);
  return { level, because, reached: isHighest ? level : before.reached, ...raised(event) };
}

function raised({ data, details, by, occurredAt }: EventOf<'TaskEscalated' | 'StayEscalated'>) {
  const need = data.because === 'person' ? (details?.need ?? ERASED) : null;
  return { need, raisedBy: by, raisedAt: occurredAt, acknowledged: null, resolved: null };
}

type Written = Partial<Pick<Escalation, 'acknowledged' | 'resolved'>>;

/** On the escalation of the task that an event is about, or of the stay. */
function written(spell: Spell, event: EscalationEvent, change: Written): Spell {
  if (event.taskId !== null) return onTask(spell, event, (task) => onEscalation(task, change));
  const { escalation } = spell;
  return escalation === null ? spell : { ...spell, escalation: { ...escalation, ...change } };
}

/** What is written is about the task as its team then has it, at the rung where it then stands. */
function onEscalation(task: Task, change: Written): Task {
  const { escalation, owner } = task;
  if (escalation === null) return task;
  const level = escalatedTo(task) ?? escalation.level;
  return { ...task, escalation: { ...escalation, owner, level, ...change } };
}
