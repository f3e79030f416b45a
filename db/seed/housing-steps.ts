import type { TaskType } from '../../domain/tasks/task-types.ts';
import { dayOf, dayText, instantText, isWeekend, minutes } from './calendar.ts';
import type { Random } from './random.ts';
import type { HousingStepKey, HousingStepPlan } from './spell-plan.ts';
import { instantBetween } from './timeline.ts';

const VISIT: readonly HousingStepKey[] = ['referred', 'visit_booked', 'visited', 'agreed'];

/** The steps that a kind of housing work goes through, in order (handbook 5). */
const STEPS: Partial<Record<TaskType, readonly HousingStepKey[]>> = {
  home_clearance: [...VISIT, 'work_booked', 'work_done', 'home_ready'],
  key_safe: ['referred', 'work_booked', 'work_done', 'home_ready'],
  utilities_furniture: [...VISIT, 'equipment_delivered', 'home_ready'],
  minor_adaptation: [...VISIT, 'work_booked', 'work_done', 'home_ready'],
  major_adaptation: [...VISIT, 'work_booked', 'work_done', 'home_ready'],
};

/** The dated steps between starting a housing task and its end; all of them if it is done. */
export function housingStepsOf(
  type: TaskType,
  started: number | null,
  end: number,
  isDone: boolean,
  random: Random,
): HousingStepPlan[] {
  const steps = STEPS[type];
  if (steps === undefined || started === null) return [];
  // An open task stops short of the last step: the home is not ready yet.
  const reached = isDone ? steps.length : random.int(1, Math.max(1, steps.length - 2));
  const plans: HousingStepPlan[] = [];
  let after = started;
  for (const [index, step] of steps.slice(0, reached).entries()) {
    const share = (end - minutes(1) - after) / (reached - index + (isDone ? 0 : 1));
    const at = instantBetween(random, 'housing', after, after + share, 'any');
    if (at === null) break;
    plans.push({ step, at: instantText(at), bookedFor: bookedDay(step, at, random) });
    after = at;
  }
  return plans;
}

function bookedDay(step: HousingStepKey, at: number, random: Random): string | null {
  if (step !== 'visit_booked' && step !== 'work_booked') return null;
  let day = dayOf(at) + random.int(1, 4);
  while (isWeekend(day)) day += 1;
  return dayText(day);
}

const INTERIM_PLANS = [
  'Bed moved downstairs with a commode; strip washes until the shower is done. Able to leave once the bed is in.',
  'Stays with family on the ground floor until the ramp is built. Able to leave when the family has the key.',
  'Two care visits a day and a temporary rail; stairlift to follow. Able to leave once the rail is fitted.',
  'Step-down flat for six weeks while the bathroom is adapted. Able to leave when the flat is ready.',
] as const;

export const interimPlanOf = (random: Random): string => random.pick(INTERIM_PLANS);
