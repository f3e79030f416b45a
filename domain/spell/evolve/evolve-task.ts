import { isWaiting } from '../../tasks/task-types.ts';
import type { Task } from '../../tasks/task.ts';
import {
  answered,
  claimed,
  completed,
  released,
  started,
  waiting,
  withProvider,
} from '../../tasks/task.ts';
import { ERASED } from '../erased.ts';
import type { EventOf, TaskEvent } from '../events.ts';
import type { Spell } from '../state.ts';
import { onTask } from './on-task.ts';

export function evolveTask(spell: Spell, event: TaskEvent): Spell {
  switch (event.type) {
    case 'TaskAdded':
      return { ...spell, tasks: [...spell.tasks, added(event)] };
    case 'TaskClaimed':
      return onTask(spell, event, (task) => ({ ...claimed(task, event.by), declined: null }));
    case 'TaskReleased':
      return onTask(spell, event, released);
    case 'TaskStarted':
      return onTask(spell, event, (task) => ({
        ...started(task, event.by),
        startedAt: isWaiting(task.state) ? (task.startedAt ?? event.occurredAt) : event.occurredAt,
        declined: null,
      }));
    case 'TaskCompleted':
      return onTask(spell, event, (task) => ({
        ...completed(task, event.by),
        completedAt: event.occurredAt,
        completedBy: event.by,
        outcome: event.details?.note ?? null,
        declined: null,
      }));
    case 'TaskWaitingSet':
      return onTask(spell, event, (task) => ({
        ...waiting(task, event.data.waiting, event.by),
        startedAt:
          event.data.waiting === null ? (task.startedAt ?? event.occurredAt) : task.startedAt,
        declined: null,
      }));
    case 'TaskCancelled':
      return onTask(spell, event, (task) => ({ ...task, state: 'cancelled' }));
    case 'TaskDeclined': {
      const { reason, from } = event.data;
      const declined = { by: event.by, reason, at: event.occurredAt, from };
      return onTask(spell, event, (task) => ({ ...released(task), owner: 'hub', declined }));
    }
    case 'TaskReopened':
      return onTask(spell, event, (task) => ({
        ...released(task),
        startedAt: null,
        completedAt: null,
        completedBy: null,
        outcome: null,
      }));
    case 'TaskBlockingSet': {
      const { blocking } = event.data;
      const blockingSince = blocking ? event.occurredAt : null;
      return onTask(spell, event, (task) => ({ ...task, blocking, blockingSince }));
    }
    case 'TaskDueSet':
      return onTask(spell, event, (task) => ({ ...task, dueAt: event.data.dueAt }));
    case 'TaskAssigned': {
      const { owner, assignee } = event.data;
      return onTask(spell, event, (task) => {
        // Handed on within the team, it stands where it stood; another team begins anew.
        const kept = owner === task.owner && assignee !== null ? task : released(task);
        const assigned = assignee === null ? kept : claimed(kept, assignee);
        return { ...assigned, owner, declined: null };
      });
    }
    case 'TaskQuestionAsked': {
      const { questionId: id, askedOf, owner } = event.data;
      const text = event.details?.text ?? ERASED;
      const asked = { askedBy: event.by, askedAt: event.occurredAt, answer: null };
      return onTask(spell, event, (task) => ({
        ...waiting(task, 'information', event.by),
        questions: [...task.questions, { id, askedOf, owner, text, ...asked }],
        declined: null,
      }));
    }
    case 'TaskQuestionAnswered': {
      const { questionId } = event.data;
      const text = event.details?.text ?? ERASED;
      const answer = { text, by: event.by, at: event.occurredAt };
      return onTask(spell, event, (task) => answered(task, questionId, answer));
    }
    case 'TaskProviderRecorded': {
      const { providerId: id, approachedOn, answer } = event.data;
      const { name, note } = event.details ?? { name: ERASED, note: null };
      const recorded = { recordedBy: event.by, recordedAt: event.occurredAt };
      const approach = { id, name, approachedOn, answer, note, ...recorded };
      return onTask(spell, event, (task) => withProvider(task, approach));
    }
    case 'TaskStartSet':
      return onTask(spell, event, (task) => ({ ...task, startsAt: event.data.startsAt }));
    default:
      return event satisfies never;
  }
}

function added(event: EventOf<'TaskAdded'>): Task {
  const { taskType, owner, blocking, dueAt } = event.data;
  return {
    id: event.taskId ?? '',
    type: taskType,
    owner,
    state: 'open',
    blocking,
    blockingSince: blocking ? event.occurredAt : null,
    claimedBy: null,
    claimedAt: null,
    dueAt,
    addedAt: event.occurredAt,
    addedBy: event.by,
    startedAt: null,
    completedAt: null,
    completedBy: null,
    declined: null,
    questions: [],
    providers: [],
    startsAt: null,
    outcome: null,
    escalation: null,
  };
}
