import type { Lookups } from '../../domain/protocol.ts';
import type { CardTask } from '../../domain/spell/card-task.ts';
import { isOpenState, TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { taskTypeName } from '../../domain/tasks/catalogue.ts';

type BlockingTasksProps = { tasks: readonly CardTask[]; lookups: Lookups };

/** What a person cannot leave without, and who has it. */
export function BlockingTasks({ tasks, lookups }: BlockingTasksProps) {
  const blocking = tasks.filter(({ state, blocking: blocks }) => blocks && isOpenState(state));
  if (blocking.length === 0) return null;
  return (
    <ul className="hub-lines">
      {blocking.map(({ id, type, owner, claimedBy }) => (
        <li key={id}>
          {taskTypeName(lookups.catalogue, type)}:{' '}
          {claimedBy === null ? (
            <strong className="hub-card__holder--nobody">
              nobody in {TASK_OWNER_NAMES[owner].toLowerCase()} has it yet
            </strong>
          ) : (
            <span className="hub-quiet">{claimedBy.name}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
