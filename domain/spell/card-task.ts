import type { ActorRef, Audience } from '../actor.ts';
import type { Escalation, EscalationLevel } from '../escalation/escalation.ts';
import { escalatedTo, openEscalation } from '../escalation/escalation.ts';
import type { AskedOf, TaskOwner, TaskState, TaskType } from '../tasks/task-types.ts';
import { isOpenState } from '../tasks/task-types.ts';
import type { Task } from '../tasks/task.ts';
import { openQuestion } from '../tasks/task.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { calendarDay } from '../time.ts';
import type { Spell } from './state.ts';

/** That something was raised above those who work on it, and is not settled. */
export type CardEscalation<Level extends EscalationLevel = EscalationLevel> = {
  level: Level;
  at: Instant;
  isTakenOn: boolean;
};

export type CardTask = {
  id: string;
  type: TaskType;
  owner: TaskOwner;
  state: TaskState;
  blocking: boolean;
  blockingSince: Instant | null;
  claimedBy: ActorRef | null;
  dueAt: Instant | null;
  /** Absent until it is done. */
  done?: { by: ActorRef; at: Instant; on: CalendarDay };
  /** When the service that it arranges begins; absent while that is not known. */
  startsAt?: Instant;
  /** Absent unless a question about it waits for an answer. */
  question?: { askedOf: AskedOf; by: ActorRef; at: Instant };
  /** Absent unless it was raised above those who do it and is not settled. */
  escalation?: CardEscalation;
};

export function cardTasks(
  { tasks }: Spell,
  reader: Audience,
  context: { asOfDay: CalendarDay; timeZone: string },
): CardTask[] {
  const shown = tasks
    .filter((task) => canSeeTask(reader, task))
    .map((task) => cardTask(task, context.timeZone));
  return stillOnCard(shown, context.asOfDay);
}

/** A card would grow for ever if it kept all that was done; what was done today is news. */
export function stillOnCard(tasks: CardTask[], asOfDay: CalendarDay): CardTask[] {
  return tasks.filter(
    ({ state, done }) => isOpenState(state) || (state === 'done' && (done?.on ?? '') >= asOfDay),
  );
}

/** Whether a reader of a stay sees one of its tasks: housing sees its own only (handbook 10). */
export function canSeeTask(reader: Audience, task: Pick<Task, 'owner'>): boolean {
  return reader.role !== 'housing' || task.owner === 'lightbulb';
}

export function cardTask(task: Task, timeZone: string): CardTask {
  const { id, type, owner, state, blocking, blockingSince, claimedBy, dueAt } = task;
  const { completedBy: by, completedAt: at, startsAt } = task;
  const question = isOpenState(state) ? openQuestion(task) : null;
  const raised = openEscalation(task);
  const level = escalatedTo(task);
  return {
    ...{ id, type, owner, state, blocking, blockingSince, claimedBy, dueAt },
    ...(by === null || at === null ? {} : { done: { by, at, on: calendarDay(at, timeZone) } }),
    ...(startsAt === null ? {} : { startsAt }),
    ...(question !== null && {
      question: { askedOf: question.askedOf, by: question.askedBy, at: question.askedAt },
    }),
    ...(raised !== null && level !== null && { escalation: cardEscalation(level, raised) }),
  };
}

/** An open escalation, with whom it is now. */
export function cardEscalation<Level extends EscalationLevel>(
  level: Level,
  { raisedAt: at, acknowledged }: Pick<Escalation, 'raisedAt' | 'acknowledged'>,
): CardEscalation<Level> {
  return { level, at, isTakenOn: acknowledged !== null };
}
