import type { CardTask } from '../../domain/spell/card-task.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { TaskCatalogue } from '../../domain/tasks/catalogue.ts';
import { TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import type { Instant } from '../../domain/time.ts';
import { countOf } from '../count-words.ts';
import { holderInWords, tasksOfCard, warningInWords } from './card-words.ts';

/** A card names so many; the panel has all of them. */
const MOST_NAMED = 4;

type Moment = { now: Instant; timeZone: string };
type CardTasksProps = { card: Card; catalogue: TaskCatalogue; meId: string } & Moment;

/** What stands in the way, whose it is, and who has it. */
export function CardTasks({ card, catalogue, meId, ...moment }: CardTasksProps) {
  const tasks = tasksOfCard(card);
  if (tasks.length === 0) return null;
  const unnamed = tasks.length > MOST_NAMED ? tasks.length - MOST_NAMED + 1 : 0;
  return (
    <ul className="hub-card__tasks" aria-label="Waiting for">
      {tasks.slice(0, tasks.length - unnamed).map((task) => (
        <TaskLine
          key={task.id}
          {...{ task, meId, ...moment }}
          name={taskTypeName(catalogue, task.type)}
        />
      ))}
      {unnamed > 0 && (
        <li className="hub-card__task hub-card__more">
          and {countOf(unnamed, 'other task', 'other tasks')}
        </li>
      )}
    </ul>
  );
}

type TaskLineProps = { task: CardTask; name: string; meId: string } & Moment;

function TaskLine({ task, name, meId, now, timeZone }: TaskLineProps) {
  const isNobodys = task.claimedBy === null;
  const warning = warningInWords(task, now, timeZone);
  return (
    <li className="hub-card__task" data-owner={task.owner}>
      <span className="hub-card__owner">{TASK_OWNER_NAMES[task.owner]}: </span>
      <span className="hub-card__what">{name}. </span>
      <span
        className={isNobodys ? 'hub-card__holder hub-card__holder--nobody' : 'hub-card__holder'}
      >
        {holderInWords(task, meId)}
        {warning !== null && '. '}
      </span>
      {warning !== null && <span className="hub-card__late">{warning}</span>}
    </li>
  );
}
