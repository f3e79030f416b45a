import type { SpellEvent } from '../spell/events.ts';
import { evolve } from '../spell/evolve.ts';
import type { Spell } from '../spell/state.ts';
import type { Task } from '../tasks/task.ts';
import type { TaskOwner, TaskState, TaskType } from '../tasks/task-types.ts';
import { isOpenState } from '../tasks/task-types.ts';
import type { Instant } from '../time.ts';

/** A time in which a task stood in one state with one team. */
export type TaskSpan = { state: TaskState; owner: TaskOwner; from: Instant; to: Instant };

/** What became of one task. */
export type TaskLife = {
  taskId: string;
  type: TaskType;
  isBlocking: boolean;
  /** First to last, while somebody still had to do it. */
  spans: TaskSpan[];
  /** Each time that it went from one team to another, declined or not. */
  handOvers: { from: TaskOwner }[];
  declines: { from: TaskOwner }[];
  end: 'done' | 'cancelled' | null;
};

type Living = TaskLife & { since: Instant; state: TaskState; owner: TaskOwner };

/**
 * The lives of the tasks of one stay until an instant: how long each stood in which state, and with
 * which team. A task that was reopened lives again; the time in which it was done is nobody's.
 */
export function taskLives(events: readonly SpellEvent[], until: Instant): TaskLife[] {
  const lives = new Map<string, Living>();
  let stay: Spell | null = null;
  for (const event of events) {
    if (stay === null && event.type !== 'PatientAdmitted') continue;
    stay = evolve(stay, event);
    const task = stay.tasks.find(({ id }) => id === event.taskId);
    if (task !== undefined) happen(lives, task, event);
  }
  return [...lives.values()].map((living) => {
    endSpan(living, until);
    const { taskId, type, isBlocking, spans, handOvers, declines, state } = living;
    const end = state === 'done' || state === 'cancelled' ? state : null;
    return { taskId, type, isBlocking, spans, handOvers, declines, end };
  });
}

function happen(lives: Map<string, Living>, task: Task, event: SpellEvent): void {
  const { id: taskId, type, state, owner, blocking: isBlocking } = task;
  const living = lives.get(taskId);
  if (living === undefined) {
    const life = { taskId, type, isBlocking, spans: [], handOvers: [], declines: [], end: null };
    lives.set(taskId, { ...life, since: event.occurredAt, state, owner });
    return;
  }
  living.isBlocking ||= isBlocking;
  if (event.type === 'TaskDeclined' && event.taskId === taskId) {
    living.declines.push({ from: event.data.from });
  }
  if (living.state === state && living.owner === owner) return;
  if (living.owner !== owner) living.handOvers.push({ from: living.owner });
  endSpan(living, event.occurredAt);
  Object.assign(living, { since: event.occurredAt, state, owner });
}

function endSpan(living: Living, to: Instant): void {
  const { state, owner, since: from } = living;
  if (isOpenState(state) && from < to) living.spans.push({ state, owner, from, to });
}

const HOUR_MS = 3_600_000;

/** Hours in those of a task's spans that are wanted; null if it had none of them. */
export function hoursIn(
  { spans }: Pick<TaskLife, 'spans'>,
  isWanted: (span: TaskSpan) => boolean = () => true,
): number | null {
  const wanted = spans.filter(isWanted);
  if (wanted.length === 0) return null;
  const ms = wanted.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
  return ms / HOUR_MS;
}
