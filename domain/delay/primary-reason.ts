import type { TaskCatalogue } from '../tasks/catalogue.ts';
import type { Task } from '../tasks/task.ts';
import { isOpenState } from '../tasks/task-types.ts';
import type { Instant } from '../time.ts';
import { calendarDay } from '../time.ts';
import type { DelayReason } from './delay-reasons.ts';

/** What the reasons of tasks hang on, besides the tasks. */
export type ReasonContext = { catalogue: TaskCatalogue; timeZone: string };

/** What of a task says why somebody is delayed. */
export type ReasonTask = Pick<Task, 'type' | 'state' | 'blocking' | 'blockingSince'>;

/** A reason that the hub put in the place of the one that follows from the tasks, and why. */
export type ChosenReason = { reason: DelayReason; note: string };

/** Groups of reasons, the one that counts first when two tasks began to block on one day. */
const PREFERRED_GROUPS = 'CITWH';

/**
 * The official reason of a task: that a service is not available while the task waits for
 * capacity, where there is such a reason; else that it is still being arranged (handbook 4). Null
 * for a type that the catalogue at hand does not have yet: no reason is better than a wrong one.
 */
export function reasonOf(
  { type, state }: Pick<Task, 'type' | 'state'>,
  catalogue: TaskCatalogue,
): DelayReason | null {
  const entry = catalogue[type];
  if (entry === undefined) return null;
  const { processReason, capacityReason } = entry;
  return state === 'waiting_capacity' && capacityReason !== null ? capacityReason : processReason;
}

/**
 * The one task that somebody who is delayed waits for: the open blocking task which has blocked for
 * longest. Of those that began on one day in London it is capacity before interface, hub, wellbeing
 * and hospital process, then the earlier (handbook 4). Null when nothing blocks: never a default
 * (hazard 16). Whether the person is delayed is the caller's to know.
 */
export function primaryTask<T extends ReasonTask>(
  tasks: readonly T[],
  { catalogue, timeZone }: ReasonContext,
): { task: T; reason: DelayReason } | null {
  const candidates = tasks.flatMap((task) => {
    const { state, blocking, blockingSince: since } = task;
    if (!blocking || since === null || !isOpenState(state)) return [];
    const reason = reasonOf(task, catalogue);
    if (reason === null) return [];
    return [{ task, reason, since, day: calendarDay(since, timeZone), rank: rankOf(reason) }];
  });
  const [first] = candidates.sort(
    (a, b) => compare(a.day, b.day) || a.rank - b.rank || compare(a.since, b.since),
  );
  return first ?? null;
}

/**
 * The one official reason of somebody who is delayed: what the hub chose for this delay, or else that
 * of the task they wait for; null: "no reason recorded".
 */
export function primaryReason(
  { tasks, chosen }: { tasks: readonly ReasonTask[]; chosen: DelayReason | null },
  context: ReasonContext,
): DelayReason | null {
  return chosen ?? primaryTask(tasks, context)?.reason ?? null;
}

function rankOf(reason: DelayReason): number {
  return PREFERRED_GROUPS.indexOf(reason.charAt(0));
}

function compare(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
