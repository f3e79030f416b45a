import { Form } from '@remix-run/react';
import type { CatalogueEntry, TaskSet } from '../../domain/tasks/catalogue.ts';
import { TASK_OWNERS, TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { FieldMessages } from '../components/form-group.tsx';
import { TextField } from '../components/text-field.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import type { ChangeState } from './catalogue-action.ts';
import type { TypedFields } from './typed-fields.ts';
import { fieldId, seenVersionOf, typedFields } from './typed-fields.ts';

type SetFormProps = {
  /** Null for one that is to be made. */
  set: TaskSet | null;
  types: readonly CatalogueEntry[];
  edition: number;
  commandId: string;
  state: ChangeState | undefined;
};

/** A set of tasks that are added at once: its name, and which tasks, blocking or not. */
export function SetForm({ set, types, edition, commandId, state }: SetFormProps) {
  const fields = typedFields(state);
  const { value, isTicked, error } = fields;
  const inSet = new Set(set?.tasks.map(({ type }) => type));
  const shown = types.filter(({ type, isOffered }) => isOffered || inSet.has(type));
  return (
    <Form method="post" noValidate className="hub-catalogue-form">
      <input type="hidden" name="commandId" value={value('commandId', commandId)} />
      <input type="hidden" name="seenVersion" value={seenVersionOf(state, edition)} />
      <TextField
        id={fieldId('name')}
        name="name"
        error={error('name')}
        label="Name on screen"
        hint="As for people: “Home with a package of care”"
        maxLength={80}
        defaultValue={value('name', set?.name ?? '')}
      />
      <SetTasks {...{ set, fields }} types={shown} />
      {set !== null && (
        <CheckboxField
          id={fieldId('isRemoved')}
          name="isRemoved"
          label="Take this set away"
          hint="Tasks that were added with it stay."
          defaultChecked={isTicked('isRemoved', 'yes', false)}
          size="small"
        />
      )}
      <div className="hub-actions">
        <Button name="step" value="check">
          See what follows
        </Button>
      </div>
    </Form>
  );
}

type SetTasksProps = {
  set: TaskSet | null;
  fields: TypedFields;
  types: readonly CatalogueEntry[];
};

function SetTasks({ set, fields: { isTicked, error }, types }: SetTasksProps) {
  const id = fieldId('tasks');
  const byOwner = TASK_OWNERS.flatMap((owner) => types.filter((entry) => entry.owner === owner));
  const held = new Map(set?.tasks.map((task) => [task.type, task.blocking]));
  const message = error('tasks');
  return (
    <div className={message ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
      <FieldMessages id={id} error={message} />
      <table className="hub-table" id={id} tabIndex={-1}>
        <caption className="nhsuk-table__caption">Tasks in this set</caption>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Done by</th>
            <th scope="col">In the set</th>
            <th scope="col">Blocks the discharge</th>
          </tr>
        </thead>
        <tbody>
          {byOwner.map(({ type, name, owner, isOffered }) => (
            <tr key={type}>
              <td>{isOffered ? name : `${name} (no longer offered)`}</td>
              <td>{TASK_OWNER_NAMES[owner]}</td>
              <td>
                <TableBox
                  {...{ name: 'tasks', value: type, label: `${name}: in the set` }}
                  isTicked={isTicked('tasks', type, held.has(type))}
                />
              </td>
              <td>
                <TableBox
                  {...{ name: 'blocking', value: type, label: `${name}: blocks the discharge` }}
                  isTicked={isTicked('blocking', type, held.get(type) ?? true)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type TableBoxProps = { name: string; value: string; label: string; isTicked: boolean };

function TableBox({ name, value, label, isTicked }: TableBoxProps) {
  return (
    <label className="hub-catalogue-box">
      <input type="checkbox" name={name} value={value} defaultChecked={isTicked} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </label>
  );
}
