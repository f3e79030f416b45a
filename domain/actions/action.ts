import type { ActorRef } from '../actor.ts';
import { followedBy, mayBeFollowedUp } from '../housing/follow-up.ts';
import type { Spell } from '../spell/state.ts';
import type { TaskOwner } from '../tasks/task-types.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { daysBetween } from '../time.ts';

/** Where an action was agreed: in the plan, or in a meeting about the patient (handbook 16). */
export const ACTION_SOURCES = ['plan', 'review', 'round', 'escalation'] as const;
export type ActionSource = (typeof ACTION_SOURCES)[number];

export const ACTION_SOURCE_NAMES: Record<ActionSource, string> = {
  plan: 'Plan',
  review: 'Long-stay review',
  round: 'Board round',
  escalation: 'Escalation',
};

/** What became of an action: done, with what came of it, or no longer needed, with why. */
export const ACTION_OUTCOMES = ['done', 'not_needed'] as const;
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number];

export const ACTION_OUTCOME_NAMES: Record<ActionOutcome, string> = {
  done: 'Done',
  not_needed: 'No longer needed',
};

/** That somebody, or the timer, asked for an action whose day had come or passed. */
export type Chase = {
  by: ActorRef;
  at: Instant;
  because: 'person' | 'day_passed';
  /** Null where the timer chased. */
  words: string | null;
};

/** What came of an action, or why it is no longer needed. */
export type ActionEnd = {
  outcome: ActionOutcome;
  words: string;
  by: ActorRef;
  at: Instant;
  /** Whether it was somebody of the team that had it. */
  byTeam: boolean;
};

/** Something that was agreed about a patient: what, whose, and by when (handbook 16). */
export type Action = {
  id: string;
  what: string;
  owner: TaskOwner;
  /** Who of the team has it; null: the team. */
  person: ActorRef | null;
  dueOn: CalendarDay;
  source: ActionSource;
  /** The escalated task that it came from; null from anything else, also from the stay's escalation. */
  taskId: string | null;
  askedBy: ActorRef;
  askedAt: Instant;
  /** When its day or its person was last set: at first when it was asked for. */
  setBy: ActorRef;
  setAt: Instant;
  /** The oldest first. */
  chases: readonly Chase[];
  ended: ActionEnd | null;
};

export type ActionState = 'open' | ActionOutcome | 'ended_with_stay';

type Ending = Pick<Spell, 'discharge' | 'leftBoardAt' | 'followUpEndedAt' | 'tasks' | 'home'>;

/**
 * Where an action stands. What nobody finished ends with the stay, by itself, and is back when the
 * discharge is taken back; only what Lightbulb does in a home goes on, for as long as Lightbulb has
 * the home in sight (handbook 16).
 */
export function actionState({ owner, ended }: Action, stay: Ending): ActionState {
  if (ended !== null) return ended.outcome;
  if (stay.discharge === null) return 'open';
  const goesOn = owner === 'lightbulb' && mayBeFollowedUp(stay);
  const isInSight = stay.leftBoardAt === null || followedBy(stay).housing;
  return goesOn && isInSight ? 'open' : 'ended_with_stay';
}

/** Days since the day of an action, if that has passed; 0 while it is not overdue. */
export function daysOverdue(
  { dueOn }: Pick<Action, 'dueOn'>,
  state: ActionState,
  today: CalendarDay,
): number {
  return state === 'open' ? Math.max(0, daysBetween(dueOn, today)) : 0;
}

export function findAction(
  { actions }: Pick<Spell, 'actions'>,
  actionId: string,
): Action | undefined {
  return actions.find(({ id }) => id === actionId);
}
