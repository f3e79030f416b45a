import type { ActorRef } from '../actor.ts';
import type { Instant } from '../time.ts';
import type { DeclineReason, TaskOwner, TaskState, TaskType, WaitingFor } from './task-types.ts';

/** One thing that somebody must do before a person can leave. */
export type Task = {
  id: string;
  type: TaskType;
  owner: TaskOwner;
  state: TaskState;
  blocking: boolean;
  /** Since when it has been blocking; null while it is not. */
  blockingSince: Instant | null;
  claimedBy: ActorRef | null;
  dueAt: Instant | null;
  addedAt: Instant;
  addedBy: ActorRef;
  startedAt: Instant | null;
  completedAt: Instant | null;
  completedBy: ActorRef | null;
  /** That its owner handed it back to the hub, until somebody takes it on. */
  declined: { by: ActorRef; reason: DeclineReason; at: Instant; from: TaskOwner } | null;
};

/** What a task step does to a task: shared by `evolve` and by the browser's `foresee`. */
type Stepping = Pick<Task, 'state' | 'claimedBy'>;

export function claimed<T extends Stepping>(task: T, by: ActorRef): T {
  return { ...task, state: task.state === 'open' ? 'claimed' : task.state, claimedBy: by };
}

export function released<T extends Stepping>(task: T): T {
  return { ...task, state: 'open', claimedBy: null };
}

export function started<T extends Stepping>(task: T, by: ActorRef): T {
  return { ...task, state: 'in_progress', claimedBy: task.claimedBy ?? by };
}

/** Waiting for something, or with null at work again; whoever says so has the task. */
export function waiting<T extends Stepping>(
  task: T,
  waitingFor: WaitingFor | null,
  by: ActorRef,
): T {
  const state = waitingFor === null ? 'in_progress' : (`waiting_${waitingFor}` as const);
  return { ...task, state, claimedBy: task.claimedBy ?? by };
}

export function completed<T extends Stepping>(task: T, by: ActorRef): T {
  return { ...task, state: 'done', claimedBy: task.claimedBy ?? by };
}
