import { idOfPart } from '../ids.ts';
import type { CatalogueEntry, TaskCatalogue, TaskSet } from './catalogue.ts';
import type { Task } from './task.ts';
import { isOpenState } from './task-types.ts';

/** No more than can be told apart by `idOfPart`, and than anybody wants at once. */
export const MAX_SET_TASKS = 12;

/** One task that a set adds; its id follows from the command's and its place in the set. */
export type TaskOfSet = { id: string; entry: CatalogueEntry; blocking: boolean };

/**
 * What a set adds to the tasks that somebody has: those of its tasks that are offered and that
 * nobody has to do for them yet, so that a set is never an accident that doubles work.
 */
export function tasksOfSet(
  set: Pick<TaskSet, 'tasks'>,
  commandId: string,
  {
    tasks,
    catalogue,
  }: { tasks: readonly Pick<Task, 'type' | 'state'>[]; catalogue: TaskCatalogue },
): TaskOfSet[] {
  const open = new Set(tasks.filter(({ state }) => isOpenState(state)).map(({ type }) => type));
  return set.tasks.flatMap(({ type, blocking }, place) => {
    const entry = catalogue[type];
    if (entry === undefined || !entry.isOffered || open.has(type)) return [];
    return [{ id: idOfPart(commandId, place), entry, blocking }];
  });
}
