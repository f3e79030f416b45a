import type { SpellViewTask } from '../../domain/spell/spell-view.ts';
import type { TaskOwner, TaskState } from '../../domain/tasks/task-types.ts';
import {
  TASK_OWNERS,
  TASK_OWNER_NAMES,
  WAITING_FOR,
  WAITING_FOR_NAMES,
  isWaiting,
} from '../../domain/tasks/task-types.ts';
import { wallClockOfInstant } from '../../domain/time.ts';
import type { RadioOption } from '../components/radios-field.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { DateTimeField } from './date-time-field.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { AT_WORK } from './plan-fields.ts';
import { PlanForm } from './plan-form.tsx';
import { TaskDisclosure } from './task-disclosure.tsx';

export type TaskFormProps = { task: SpellViewTask; name: string };

export function WaitingForm({ task, name }: TaskFormProps) {
  const { field, value } = usePlanFields('SetTaskWaiting', task.id);
  return (
    <TaskDisclosure type="SetTaskWaiting" {...{ task, name }} summary="Waiting for something">
      <PlanForm type="SetTaskWaiting" taskId={task.id}>
        <RadiosField
          {...field('waiting')}
          label="What it is waiting for"
          options={waitingOptions(task.state)}
          defaultValue={value('waiting')}
          size="small"
        />
        <TextField {...field('note')} label="Note (optional)" defaultValue={value('note')} />
        <TaskButton words="Save" name={`what ${name} is waiting for`} />
      </PlanForm>
    </TaskDisclosure>
  );
}

function waitingOptions(state: TaskState) {
  const options: RadioOption[] = WAITING_FOR.filter((one) => state !== `waiting_${one}`).map(
    (value) => ({ value, label: WAITING_FOR_NAMES[value] }),
  );
  return isWaiting(state)
    ? [{ value: AT_WORK, label: 'Nothing: at work again' }, ...options]
    : options;
}

export function DueForm({ task, name }: TaskFormProps) {
  const { now, timeZone } = usePlan();
  const { field, value } = usePlanFields('SetTaskDue', task.id);
  const { dueAt } = task;
  return (
    <TaskDisclosure type="SetTaskDue" {...{ task, name }} summary="Change the target">
      <PlanForm type="SetTaskDue" taskId={task.id} hidden={{ seen: dueAt ?? '' }}>
        <DateTimeField
          {...field('dueAt')}
          label="To be done by"
          hint="Leave it empty for no target"
          defaultValue={value('dueAt', dueAt === null ? '' : wallClockOfInstant(dueAt, timeZone))}
          min={wallClockOfInstant(now, timeZone)}
        />
        <TaskButton words="Set target" name={`of ${name}`} />
      </PlanForm>
    </TaskDisclosure>
  );
}

export function BlockingForm({ task, name }: TaskFormProps) {
  const { blocking } = task;
  const hidden = { blocking: blocking ? '' : 'yes', seen: blocking ? 'yes' : '' };
  return (
    <PlanForm type="SetTaskBlocking" taskId={task.id} hidden={hidden}>
      <TaskButton
        words={blocking ? 'Mark as not blocking' : 'Mark as blocking discharge'}
        name={name}
      />
    </PlanForm>
  );
}

/** To another team by the hub; to a colleague, or back to the team's list, by those who lead one. */
export function AssignTaskForm({ task, name }: TaskFormProps) {
  const { me, view } = usePlan();
  const { field, value } = usePlanFields('AssignTask', task.id);
  const isHub = me.role === 'hub';
  return (
    <TaskDisclosure
      type="AssignTask"
      {...{ task, name }}
      summary={isHub ? 'Give to another team or colleague' : 'Hand over to a colleague'}
    >
      <PlanForm type="AssignTask" taskId={task.id} hidden={isHub ? {} : { owner: task.owner }}>
        {isHub && (
          <SelectField
            {...field('owner')}
            label="Team"
            options={teamOptions(task.owner)}
            defaultValue={value('owner')}
          />
        )}
        {view.colleagues.length > 0 && (
          <SelectField
            {...field('assigneeId')}
            label="Colleague"
            options={[
              { value: '', label: 'Nobody yet: on the team’s list' },
              ...view.colleagues.map((one) => ({ value: one.id, label: one.name })),
            ]}
            defaultValue={value('assigneeId')}
          />
        )}
        <TextField {...field('note')} label="Note (optional)" defaultValue={value('note')} />
        <TaskButton words={isHub ? 'Give' : 'Hand over'} name={name} />
      </PlanForm>
    </TaskDisclosure>
  );
}

function teamOptions(current: TaskOwner) {
  const others = TASK_OWNERS.filter((owner) => owner !== current);
  return [
    { value: '', label: 'Choose a team' },
    ...others.map((owner) => ({ value: owner, label: TASK_OWNER_NAMES[owner] })),
    { value: current, label: `${TASK_OWNER_NAMES[current]} (as now)` },
  ];
}

type TaskButtonProps = { words: string; name: string };

export function TaskButton({ words, name }: TaskButtonProps) {
  return (
    <button type="submit" className="hub-button">
      {words} <VisuallyHidden>{name}</VisuallyHidden>
    </button>
  );
}
