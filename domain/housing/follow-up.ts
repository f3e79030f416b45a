import type { Spell } from '../spell/state.ts';
import type { Task } from '../tasks/task.ts';
import type { TaskType } from '../tasks/task-types.ts';
import { isOpenState } from '../tasks/task-types.ts';
import type { CalendarDay } from '../time.ts';
import { addDays, daysBetween } from '../time.ts';
import type { StepDates } from './housing-steps.ts';
import { findStep } from './housing-steps.ts';

/**
 * A home is followed up for at most so long after the discharge (assumed, handbook 5): longer than a
 * grant may take, and an end all the same, as what nobody closes would be kept in sight for ever.
 */
export const LONGEST_FOLLOW_UP_DAYS = 365;

/** Work about a home, which may go on after somebody is back in it (handbook 5). */
export function isHomeWork({ owner, type }: Pick<Task, 'owner' | 'type'>): boolean {
  return owner === 'lightbulb' || (owner === 'social_care' && type === 'major_adaptation');
}

/** Work whose council is the district in the county: adaptations and homelessness (handbook 5). */
export function isOfDistrict({ type }: Pick<Task, 'type'>): boolean {
  return OF_DISTRICTS.includes(type);
}

const OF_DISTRICTS: readonly TaskType[] = ['minor_adaptation', 'major_adaptation', 'homelessness'];

/** Nobody rings the home of somebody who died in hospital. */
export function mayBeFollowedUp({ discharge }: Pick<Spell, 'discharge'>): boolean {
  return discharge?.destination !== 'died';
}

type Followed = Pick<Spell, 'discharge' | 'leftBoardAt' | 'followUpEndedAt' | 'tasks' | 'home'>;

/**
 * Who keeps a home in sight after the stay has left the board: Lightbulb while a task of theirs is
 * open or a follow-up is agreed, the council while an adaptation of its own is open.
 */
export function followedBy(spell: Followed): { housing: boolean; council: boolean } {
  if (spell.leftBoardAt === null || spell.followUpEndedAt !== null || !mayBeFollowedUp(spell)) {
    return { housing: false, council: false };
  }
  const open = spell.tasks.filter((task) => isOpenState(task.state) && isHomeWork(task));
  return {
    housing:
      followUpDueOn(spell.home.steps) !== null || open.some(({ owner }) => owner === 'lightbulb'),
    council: open.some(({ owner }) => owner === 'social_care'),
  };
}

/** True once a home has been followed up for longer than is kept in sight. */
export function isDueToEndFollowUp(spell: Followed, today: CalendarDay): boolean {
  const { housing, council } = followedBy(spell);
  return (housing || council) && spell.discharge !== null && today > lastDayOf(spell.discharge.on);
}

/** The last day on which a home is kept in sight. */
export function lastDayOf(dischargedOn: CalendarDay): CalendarDay {
  return addDays(dischargedOn, LONGEST_FOLLOW_UP_DAYS);
}

/** The day of a follow-up that is agreed and not done. */
export function followUpDueOn(steps: readonly StepDates[]): CalendarDay | null {
  const step = findStep(steps, 'followed_up');
  return step === null || step.doneOn !== null ? null : step.plannedFor;
}

export type FollowUpState = { kind: 'overdue' | 'today' | 'later'; days: number; day: CalendarDay };

/** Where an agreed follow-up stands; null where none is to come. */
export function followUpState(
  steps: readonly StepDates[],
  today: CalendarDay,
): FollowUpState | null {
  const day = followUpDueOn(steps);
  if (day === null) return null;
  const days = daysBetween(today, day);
  return { kind: days < 0 ? 'overdue' : days === 0 ? 'today' : 'later', days: Math.abs(days), day };
}
