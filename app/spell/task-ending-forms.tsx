import {
  CANCEL_REASONS,
  CANCEL_REASON_NAMES,
  DECLINE_REASONS,
  DECLINE_REASON_NAMES,
} from '../../domain/tasks/task-types.ts';
import { RadiosField } from '../components/radios-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { TaskDisclosure } from './task-disclosure.tsx';
import type { TaskFormProps } from './task-setting-forms.tsx';
import { TaskButton } from './task-setting-forms.tsx';

const DECLINE_OPTIONS = DECLINE_REASONS.map((value) => ({
  value,
  label: DECLINE_REASON_NAMES[value],
}));

const CANCEL_OPTIONS = [
  { value: '', label: 'Choose a reason' },
  ...CANCEL_REASONS.map((value) => ({ value, label: CANCEL_REASON_NAMES[value] })),
];

/** A team hands a task back to the hub, which sends it on. */
export function DeclineTaskForm({ task, name }: TaskFormProps) {
  const { field, value } = usePlanFields('DeclineTask', task.id);
  return (
    <TaskDisclosure type="DeclineTask" {...{ task, name }} summary="Decline: back to the hub">
      <PlanForm type="DeclineTask" taskId={task.id}>
        <RadiosField
          {...field('reason')}
          label="Why it is declined"
          options={DECLINE_OPTIONS}
          defaultValue={value('reason')}
          size="small"
        />
        <ReasonNote {...field('note')} defaultValue={value('note')} />
        <TaskButton words="Decline" name={name} />
      </PlanForm>
    </TaskDisclosure>
  );
}

/** It need not be done any more; the reasons are those of the national notices. */
export function CancelTaskForm({ task, name }: TaskFormProps) {
  const { field, value } = usePlanFields('CancelTask', task.id);
  return (
    <TaskDisclosure type="CancelTask" {...{ task, name }} summary="Cancel this task">
      <PlanForm type="CancelTask" taskId={task.id}>
        <SelectField
          {...field('reason')}
          label="Why it is cancelled"
          options={CANCEL_OPTIONS}
          defaultValue={value('reason')}
        />
        <ReasonNote {...field('note')} defaultValue={value('note')} />
        <TaskButton words="Cancel" name={name} />
      </PlanForm>
    </TaskDisclosure>
  );
}

export function ReopenTaskForm({ task, name }: TaskFormProps) {
  const { field, value } = usePlanFields('ReopenTask', task.id);
  return (
    <TaskDisclosure type="ReopenTask" {...{ task, name }} summary="Open again">
      <PlanForm type="ReopenTask" taskId={task.id}>
        <TextField
          {...field('note')}
          label="Why it is opened again"
          defaultValue={value('note')}
          maxLength={2000}
        />
        <TaskButton words="Open again" name={name} />
      </PlanForm>
    </TaskDisclosure>
  );
}

type ReasonNoteProps = {
  id: string;
  name: string;
  error: string | undefined;
  defaultValue: string | undefined;
};

function ReasonNote(props: ReasonNoteProps) {
  return <TextField {...props} label="In words" hint="Needed for “Other”" maxLength={2000} />;
}
