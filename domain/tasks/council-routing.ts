import type { Place } from '../persons/place.ts';
import type { TaskCatalogue } from './catalogue.ts';
import { ownerFor } from './catalogue.ts';
import type { Task } from './task.ts';
import type { TaskOwner } from './task-types.ts';
import { isOpenState } from './task-types.ts';

export type Rerouted = { task: Task; owner: TaskOwner };

/**
 * The open tasks that go to another team when somebody's council turns out to be another
 * (handbook 5): those that lie where the old council put them, and those that were declined as
 * "not our resident". What the hub gave to a team by hand stays there. Social care of another
 * council is another team, so that what a broker of the old one holds is let go of.
 */
export function reroutedTasks(
  tasks: readonly Task[],
  councils: { before: Place; after: Place },
  catalogue: TaskCatalogue,
): Rerouted[] {
  const { before, after } = councils;
  if (before === after) return [];
  return tasks.flatMap((task) => {
    const entry = catalogue[task.type];
    if (entry === undefined) return [];
    const isRouted = task.owner === ownerFor(entry, before);
    const isNotOurs = task.declined?.reason === 'not_our_resident';
    if (!isOpenState(task.state) || !(isRouted || isNotOurs)) return [];
    const owner = ownerFor(entry, after);
    const isHeldByOldCouncil = owner === 'social_care' && task.claimedBy !== null;
    return owner !== task.owner || isHeldByOldCouncil ? [{ task, owner }] : [];
  });
}
