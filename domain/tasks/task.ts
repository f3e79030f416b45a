import type { ActorRef } from '../actor.ts';
import type { Instant } from '../time.ts';
import type { TaskOwner, TaskState, TaskType } from './task-types.ts';

/** One thing that somebody must do before a person can leave. */
export type Task = {
  id: string;
  type: TaskType;
  owner: TaskOwner;
  state: TaskState;
  blocking: boolean;
  claimedBy: ActorRef | null;
  dueAt: Instant | null;
  addedAt: Instant;
  addedBy: ActorRef;
  startedAt: Instant | null;
  completedAt: Instant | null;
  completedBy: ActorRef | null;
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

export function completed<T extends Stepping>(task: T, by: ActorRef): T {
  return { ...task, state: 'done', claimedBy: task.claimedBy ?? by };
}
