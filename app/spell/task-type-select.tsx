import { useEffect, useRef, useState } from 'react';
import { TASK_OWNER_NAMES, TASK_OWNERS } from '../../domain/tasks/task-types.ts';
import type { TaskType } from '../../domain/tasks/task-types.ts';
import { ownerFor } from '../../domain/tasks/catalogue.ts';
import { describedBy, FormGroup } from '../components/form-group.tsx';
import { usePlan } from './plan-context.ts';

type TaskTypeSelectProps = {
  id: string;
  name: string;
  error: string | undefined;
  openTypes: ReadonlySet<TaskType>;
  defaultValue: string | undefined;
};

/** The catalogue by owner. A type that is open already says so, before and after it is chosen. */
export function TaskTypeSelect({ id, name, error, openTypes, defaultValue }: TaskTypeSelectProps) {
  const { forms, view } = usePlan();
  const select = useRef<HTMLSelectElement>(null);
  const [chosen, setChosen] = useState(defaultValue);
  const isOpenAlready = [...openTypes].some((type) => type === chosen);

  useEffect(() => {
    const form = select.current?.form;
    const forget = () => setChosen(undefined);
    form?.addEventListener('reset', forget);
    return () => form?.removeEventListener('reset', forget);
  }, []);

  const groups = TASK_OWNERS.map((owner) => ({
    owner,
    entries: forms.taskTypes.filter((entry) => ownerFor(entry, view.card.place) === owner),
  })).filter((group) => group.entries.length > 0);
  return (
    <FormGroup id={id} label="Task to add" error={error}>
      <select
        {...describedBy({ id, error })}
        className={error ? 'nhsuk-select nhsuk-select--error' : 'nhsuk-select'}
        id={id}
        name={name}
        ref={select}
        defaultValue={defaultValue ?? ''}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">Choose a task</option>
        {groups.map((group) => (
          <optgroup key={group.owner} label={TASK_OWNER_NAMES[group.owner]}>
            {group.entries.map((entry) => (
              <option key={entry.type} value={entry.type}>
                {entry.name + (openTypes.has(entry.type) ? ' (open already)' : '')}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <span role="status" className="hub-plan__warning">
        {isOpenAlready && 'This task is open already. Add it only if a second one is meant.'}
      </span>
    </FormGroup>
  );
}
