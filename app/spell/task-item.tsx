import type { SpellViewTask } from '../../domain/spell/spell-view.ts';
import { dueInWords } from '../../domain/tasks/due-in-words.ts';
import {
  DECLINE_REASON_NAMES,
  isOpenState,
  TASK_OWNER_NAMES,
  TASK_STATE_NAMES,
} from '../../domain/tasks/task-types.ts';
import { formatInstant } from '../../domain/time.ts';
import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import { Tag } from '../components/tag.tsx';
import { allowedSteps, allowedTaskForms, formKeysOf, taskFormKeys } from './allowed-forms.ts';
import { FailureNotice } from './failure-notice.tsx';
import { taskIdOfKey } from './form-key.ts';
import { usePlan } from './plan-context.ts';
import { RefusedText } from './refused-text.tsx';
import { TaskEscalation } from './task-escalation.tsx';
import { TaskMore, isMoreForm } from './task-more.tsx';
import { TaskQuestions } from './task-question.tsx';
import { TaskService } from './task-service.tsx';
import { TaskSteps } from './task-steps.tsx';

type TaskItemProps = { task: SpellViewTask };

export function TaskItem({ task }: TaskItemProps) {
  const { view, me, lookups, pendingIds } = usePlan();
  const name = taskTypeName(lookups.catalogue, task.type);
  const isOpen = isOpenState(task.state);
  // After the discharge nothing blocks it, whatever did before.
  const isBlocking = isOpen && task.blocking && view.card.dischargedOn === null;
  const isPending = pendingIds.has(task.id);
  const steps = allowedSteps(me, view.card, task);
  const forms = allowedTaskForms(me, view, task);
  return (
    <li
      className={classOf(task, isBlocking, isPending)}
      data-owner={task.owner}
      id={`task-${task.id}`}
      data-task-id={task.id}
      tabIndex={-1}
    >
      <span className="hub-task__title">{name}</span>
      {isBlocking && <Tag colour="red">Blocking discharge</Tag>}
      <span className="hub-task__meta">
        {TASK_OWNER_NAMES[task.owner]}
        {' · '}
        <Holder task={task} />
      </span>
      <TaskTimes task={task} isOpen={isOpen} />
      <TaskService task={task} />
      {task.outcome !== null && <span className="hub-task__meta">Outcome: {task.outcome}</span>}
      <DeclinedLine task={task} />
      <TaskEscalation task={task} name={name} forms={forms} />
      <TaskQuestions task={task} name={name} mayAnswer={forms.includes('answer')} />
      {isPending && <span className="hub-task__meta">Not saved yet</span>}
      <StepFailure task={task} />
      {steps.length > 0 && <TaskSteps task={task} name={name} steps={steps} />}
      <div className="hub-task__more">
        <TaskMore task={task} name={name} forms={forms.filter(isMoreForm)} />
      </div>
    </li>
  );
}

/** What became of the buttons, or of a form that is gone; the forms behind "More" tell their own. */
function StepFailure({ task }: TaskItemProps) {
  const { view, me, lookups, failures } = usePlan();
  const told = taskFormKeys(me, view, task);
  const failure = failures.find(
    ({ formKey }) => taskIdOfKey(formKey) === task.id && !told.includes(formKey),
  );
  if (failure === undefined) return null;
  const isShown = formKeysOf(me, view, lookups.catalogue).includes(failure.formKey);
  return (
    <div className="hub-task__meta hub-form--dense">
      <FailureNotice key={failure.id} failure={failure} />
      {!isShown && <RefusedText values={failure.values} />}
    </div>
  );
}

function DeclinedLine({ task }: TaskItemProps) {
  const { declined } = task;
  if (declined === null) return null;
  const reason = DECLINE_REASON_NAMES[declined.reason].toLowerCase();
  return (
    <span className="hub-task__meta">
      Declined by {declined.by.name}, {TASK_OWNER_NAMES[declined.from].toLowerCase()}: {reason}
    </span>
  );
}

function Holder({ task }: TaskItemProps) {
  const { me } = usePlan();
  const { claimedBy, state } = task;
  if (claimedBy === null) {
    return state === 'open' ? (
      <strong className="hub-card__holder--nobody">{TASK_STATE_NAMES[state]}</strong>
    ) : (
      TASK_STATE_NAMES[state]
    );
  }
  const who = claimedBy.id === me.id ? 'you' : claimedBy.name;
  if (state === 'done' || state === 'cancelled') return TASK_STATE_NAMES[state];
  if (state === 'claimed' || state === 'open') return `Claimed by ${who}`;
  return `${TASK_STATE_NAMES[state]}, ${who} ${who === 'you' ? 'have' : 'has'} it`;
}

function TaskTimes({ task, isOpen }: TaskItemProps & { isOpen: boolean }) {
  const { now, timeZone } = usePlan();
  if (!isOpen) {
    if (task.done === undefined) return null;
    return (
      <span className="hub-task__meta">
        {task.done.by.name}, {formatInstant(task.done.at, timeZone)}
      </span>
    );
  }
  if (task.dueAt === null) return null;
  const { text, isPassed, isSoon } = dueInWords(task.dueAt, now, timeZone);
  return (
    <span className="hub-task__meta">
      {isPassed && <strong className="hub-plan__passed">{text}</strong>}
      {!isPassed && (isSoon ? <strong className="hub-plan__soon">{text}</strong> : text)}
    </span>
  );
}

function classOf(task: SpellViewTask, isBlocking: boolean, isPending: boolean): string {
  return [
    'hub-task',
    isBlocking && 'hub-task--blocking',
    task.state === 'done' && 'hub-task--done',
    isPending && 'hub-task--pending',
  ]
    .filter(Boolean)
    .join(' ');
}
