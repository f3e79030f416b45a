import type { SpellViewTask } from '../../domain/spell/spell-view.ts';
import { PROVIDER_ANSWERS, PROVIDER_ANSWER_NAMES } from '../../domain/tasks/task-types.ts';
import { formatDay, formatInstant, wallClockOfInstant } from '../../domain/time.ts';
import { DateField } from '../components/date-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { DateTimeField } from './date-time-field.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { seenAnswerField } from './plan-fields.ts';
import { PlanForm } from './plan-form.tsx';
import { TaskDisclosure } from './task-disclosure.tsx';
import type { TaskFormProps } from './task-setting-forms.tsx';
import { TaskButton } from './task-setting-forms.tsx';

/** When the service begins, and which providers were approached for it. */
export function TaskService({ task }: { task: SpellViewTask }) {
  const { timeZone } = usePlan();
  return (
    <>
      {task.startsAt !== undefined && (
        <span className="hub-task__meta">
          <strong>Starts {formatInstant(task.startsAt, timeZone)}</strong>
        </span>
      )}
      {task.providers.length > 0 && (
        <ul className="hub-lines hub-task__providers" aria-label="Providers approached">
          {task.providers.map(({ id, name, approachedOn, answer, note, recordedBy }) => (
            <li key={id}>
              {name}: <strong>{PROVIDER_ANSWER_NAMES[answer]}</strong>
              {note !== null && `. ${note}`}
              <span className="hub-facts__by">
                approached {formatDay(approachedOn)}, {recordedBy.name}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const ANSWERS = [
  { value: '', label: 'Choose an answer' },
  ...PROVIDER_ANSWERS.map((value) => ({ value, label: PROVIDER_ANSWER_NAMES[value] })),
];

/** Another provider, or with a name that is listed already, another answer. */
export function ProviderForm({ task, name }: TaskFormProps) {
  const { asOfDay } = usePlan();
  const { field, value } = usePlanFields('RecordProvider', task.id);
  const seen = task.providers.map((known) => [seenAnswerField(known.name), known.answer] as const);
  const listId = `${field('name').id}-known`;
  return (
    <TaskDisclosure type="RecordProvider" {...{ task, name }} summary="Record a provider">
      <PlanForm type="RecordProvider" taskId={task.id} hidden={Object.fromEntries(seen)}>
        <TextField
          {...field('name')}
          label="Provider"
          hint={task.providers.length > 0 ? 'One that is listed gets the new answer' : undefined}
          defaultValue={value('name')}
          maxLength={120}
          list={listId}
        />
        <datalist id={listId}>
          {task.providers.map((known) => (
            <option key={known.id} value={known.name} />
          ))}
        </datalist>
        <DateField
          {...field('approachedOn')}
          label="Approached on"
          defaultValue={value('approachedOn', asOfDay)}
          max={asOfDay}
        />
        <SelectField
          {...field('answer')}
          label="Answer"
          options={ANSWERS}
          defaultValue={value('answer')}
        />
        <TextField {...field('note')} label="Note (optional)" defaultValue={value('note')} />
        <TaskButton words="Record" name={`a provider for ${name}`} />
      </PlanForm>
    </TaskDisclosure>
  );
}

export function StartForm({ task, name }: TaskFormProps) {
  const { timeZone } = usePlan();
  const { field, value } = usePlanFields('SetPackageStart', task.id);
  const { startsAt } = task;
  const shown = startsAt === undefined ? '' : wallClockOfInstant(startsAt, timeZone);
  return (
    <TaskDisclosure type="SetPackageStart" {...{ task, name }} summary="Set when it starts">
      <PlanForm type="SetPackageStart" taskId={task.id} hidden={{ seen: startsAt ?? '' }}>
        <DateTimeField
          {...field('startsAt')}
          label="Starts"
          hint="Leave it empty while it is not known"
          defaultValue={value('startsAt', shown)}
        />
        <TaskButton words="Set start" name={`of ${name}`} />
      </PlanForm>
    </TaskDisclosure>
  );
}
