import type { ActorRef } from '../actor.ts';
import type { Task } from '../tasks/task.ts';
import type { TaskOwner } from '../tasks/task-types.ts';
import { isOpenState } from '../tasks/task-types.ts';
import type { CalendarDay, Instant } from '../time.ts';

/** The rungs above whoever does a task, from the nearest to the last (handbook 5). */
export const ESCALATION_LEVELS = ['team_lead', 'hub', 'duty_director'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

export const ESCALATION_LEVEL_NAMES: Record<EscalationLevel, string> = {
  team_lead: 'Team lead',
  hub: 'Hub',
  duty_director: 'Duty director',
};

/** Whether a person raised it, or which rule did where nobody had. */
export const ESCALATION_CAUSES = ['target_passed', 'delayed', 'nothing_blocks', 'person'] as const;
export type EscalationCause = (typeof ESCALATION_CAUSES)[number];

/** What stands in the place of words of who raised it, where a rule did. */
export const RULE_REASONS: Record<Exclude<EscalationCause, 'person'>, string> = {
  target_passed: 'Its target passed long ago.',
  delayed: 'The delay has reached the days set for its pathway.',
  nothing_blocks: 'Ready, and no open task blocks the discharge: nobody works on it.',
};

/** That a task or a stay needs somebody above those who work on it: the last time it was raised. */
export type Escalation<
  Level extends EscalationLevel = EscalationLevel,
  Cause extends EscalationCause = EscalationCause,
> = {
  level: Level;
  because: Cause;
  /** What is needed, in the words of who raised it; null where nobody did. */
  need: string | null;
  raisedBy: ActorRef;
  raisedAt: Instant;
  /** Who has taken it on at this level, and what they do about it. */
  acknowledged: {
    by: ActorRef;
    at: Instant;
    action: string;
    /** By when it is done, or looked at again. */
    reviewOn: CalendarDay | null;
  } | null;
  resolved: { by: ActorRef; at: Instant; outcome: string } | null;
};

export type TaskCause = Extract<EscalationCause, 'target_passed' | 'person'>;
export type TaskEscalation = Escalation<EscalationLevel, TaskCause> & {
  /** Whose the task was then, or when somebody last wrote about it. */
  owner: TaskOwner;
};

/** What is needed: in the words of whoever raised it, or what the rule says that did. */
export function needInWords({ need, because }: Pick<Escalation, 'need' | 'because'>): string {
  return need ?? (because === 'person' ? '' : RULE_REASONS[because]);
}

/**
 * The rungs above a team. Social care and Lightbulb have leads here; what is the ward's, the hub's
 * or community health's goes to the hub at once (handbook 5), and so does a stay itself, which is no
 * team's (`null`).
 */
export function ladderOf(owner: TaskOwner | null): readonly EscalationLevel[] {
  return owner === 'social_care' || owner === 'lightbulb'
    ? ESCALATION_LEVELS
    : ESCALATION_LEVELS.filter((level) => level !== 'team_lead');
}

export function rankOf(level: EscalationLevel): number {
  return ESCALATION_LEVELS.indexOf(level);
}

type Escalated = Pick<Task, 'state' | 'owner' | 'escalation'>;

/**
 * The escalation of a task while there is something to do about it: not once it is resolved, and
 * not while the task is done or cancelled.
 */
export function openEscalation({ state, escalation }: Escalated): TaskEscalation | null {
  return escalation === null || escalation.resolved !== null || !isOpenState(state)
    ? null
    : escalation;
}

/**
 * With whom an open escalation is now; null without one. A lead whose team no longer has the task
 * cannot settle it: then it is with the hub.
 */
export function escalatedTo(task: Escalated): EscalationLevel | null {
  const escalation = openEscalation(task);
  if (escalation === null) return null;
  const hasMoved = escalation.level === 'team_lead' && escalation.owner !== task.owner;
  return hasMoved ? 'hub' : escalation.level;
}

/** The rungs to which a task of a team, or a stay, can still be raised from where it is. */
export function levelsAbove(
  owner: TaskOwner | null,
  level: EscalationLevel | null,
): readonly EscalationLevel[] {
  const from = level === null ? -1 : rankOf(level);
  return ladderOf(owner).filter((rung) => rankOf(rung) > from);
}

/** Whom a level is, within a sentence. */
export function levelInWords(level: EscalationLevel, owner: TaskOwner | null): string {
  switch (level) {
    case 'team_lead':
      return owner === 'lightbulb' ? 'Lightbulb’s team lead' : 'social care’s team lead';
    case 'hub':
      return 'the hub';
    case 'duty_director':
      return 'the duty director';
    default:
      return level satisfies never;
  }
}
