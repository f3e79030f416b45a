import type { TaskCatalogue } from '../tasks/catalogue.ts';
import { taskTypeName } from '../tasks/catalogue.ts';
import type { Task } from '../tasks/task.ts';

/** What a task is called; without a name where the stay has it no more. */
export function taskName(
  tasks: readonly Pick<Task, 'id' | 'type'>[],
  taskId: string | null,
  catalogue: TaskCatalogue,
): string {
  const task = tasks.find(({ id }) => id === taskId);
  return task === undefined ? 'a task' : taskTypeName(catalogue, task.type);
}
