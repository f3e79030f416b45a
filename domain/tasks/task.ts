import type { ActorRef } from '../actor.ts';
import type { TaskEscalation } from '../escalation/escalation.ts';
import type { CalendarDay, Instant } from '../time.ts';
import type {
  AskedOf,
  DeclineReason,
  ProviderAnswer,
  TaskOwner,
  TaskState,
  TaskType,
  WaitingFor,
} from './task-types.ts';

/** What the team that has a task needs to know from the ward or the hub. */
export type TaskQuestion = {
  id: string;
  askedOf: AskedOf;
  /** Whose the task was then: another team that gets it later does not read this. */
  owner: TaskOwner;
  text: string;
  askedBy: ActorRef;
  askedAt: Instant;
  answer: { text: string; by: ActorRef; at: Instant } | null;
};

/** A care provider who was asked to take the person on. */
export type ProviderApproach = {
  id: string;
  name: string;
  approachedOn: CalendarDay;
  answer: ProviderAnswer;
  note: string | null;
  recordedBy: ActorRef;
  recordedAt: Instant;
};

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
  /** Since when they have had it. */
  claimedAt: Instant | null;
  dueAt: Instant | null;
  addedAt: Instant;
  addedBy: ActorRef;
  startedAt: Instant | null;
  completedAt: Instant | null;
  completedBy: ActorRef | null;
  /** That its owner handed it back to the hub, until somebody takes it on. */
  declined: { by: ActorRef; reason: DeclineReason; at: Instant; from: TaskOwner } | null;
  /** First to last; at most one is open. */
  questions: readonly TaskQuestion[];
  /** First to last; each provider once. */
  providers: readonly ProviderApproach[];
  /** When the service that it arranges begins. */
  startsAt: Instant | null;
  /** What came of it, in a line, once it is done. */
  outcome: string | null;
  /** The last time that it was raised above those who do it; null while it never was. */
  escalation: TaskEscalation | null;
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

/** The question that still waits for its answer. */
export function openQuestion(task: Pick<Task, 'questions'>): TaskQuestion | null {
  return task.questions.find(({ answer }) => answer === null) ?? null;
}

/** With its question answered, a task that waited for information goes on where it stood. */
export function answered(task: Task, questionId: string, answer: TaskQuestion['answer']): Task {
  const goesOn = task.startedAt === null ? 'claimed' : 'in_progress';
  return {
    ...task,
    state: task.state === 'waiting_information' ? goesOn : task.state,
    questions: task.questions.map((question) =>
      question.id === questionId ? { ...question, answer } : question,
    ),
  };
}

/** Each provider stands once; what is recorded of one again takes the place of what was. */
export function withProvider(task: Task, approach: ProviderApproach): Task {
  const isKnown = task.providers.some(({ id }) => id === approach.id);
  const providers = isKnown
    ? task.providers.map((known) => (known.id === approach.id ? approach : known))
    : [...task.providers, approach];
  return { ...task, providers };
}
