import type { Task } from '../tasks/task.ts';
import type { TaskType } from '../tasks/task-types.ts';
import { isOpenState } from '../tasks/task-types.ts';
import type { CalendarDay } from '../time.ts';
import type { HousingAuthority, HousingStepKey, Room, StepDates } from './housing-steps.ts';
import { ROOMS, isBooking, isDone } from './housing-steps.ts';

/** What a person says of a step; what is left out is said by `stepRecorded`. */
export type StepOrder = {
  step: HousingStepKey;
  plannedFor?: CalendarDay | null | undefined;
  doneOn?: CalendarDay | null | undefined;
  rooms?: readonly Room[] | undefined;
  authority?: HousingAuthority | null | undefined;
};

/**
 * The step as it will stand. Done today unless it says otherwise or is only planned for a day to
 * come; a booking is made on the day it is recorded. Rooms come in the order of the list.
 */
export function stepRecorded(order: StepOrder, today: CalendarDay) {
  const { step, plannedFor = null, rooms = [], authority = null } = order;
  const isOnlyPlanned = plannedFor !== null && !isBooking(step);
  const usually = isOnlyPlanned ? null : today;
  const isBooked = plannedFor !== null && isBooking(step);
  const doneOn = order.doneOn === undefined || isBooked ? (order.doneOn ?? usually) : order.doneOn;
  return {
    step,
    plannedFor,
    doneOn,
    rooms: ROOMS.filter((room) => rooms.includes(room)),
    authority: step === 'duty_to_refer' ? authority : null,
  };
}

/** The work that a home which is ready needs no more. Homelessness is not about a home. */
const HOME_TASKS: readonly TaskType[] = [
  'home_clearance',
  'key_safe',
  'utilities_furniture',
  'minor_adaptation',
  'major_adaptation',
];

/**
 * The tasks that a step finishes: when a home becomes ready, Lightbulb's open tasks about it which
 * block the discharge. What does not block may go on after somebody is home (handbook 5).
 */
export function tasksFinishedBy(
  after: StepDates,
  before: readonly StepDates[],
  tasks: readonly Pick<Task, 'id' | 'type' | 'owner' | 'state' | 'blocking'>[],
): string[] {
  const becomesReady =
    after.step === 'home_ready' && after.doneOn !== null && !isDone(before, 'home_ready');
  if (!becomesReady) return [];
  return tasks
    .filter(({ type, owner, state, blocking }) => {
      return blocking && owner === 'lightbulb' && isOpenState(state) && HOME_TASKS.includes(type);
    })
    .map(({ id }) => id);
}
