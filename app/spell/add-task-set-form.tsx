import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import type { TaskSet } from '../../domain/tasks/catalogue.ts';
import { tasksOfSet } from '../../domain/tasks/task-sets.ts';
import { Button } from '../components/button.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';

/** Several tasks that go together, added at once. What is open already is not added again. */
export function AddTaskSetForm() {
  const { view, lookups } = usePlan();
  const { field, value, hasFailed } = usePlanFields('AddTaskSet');
  const { catalogue, taskSets } = lookups;
  const { tasks } = view;

  function wordsOf(set: TaskSet): string {
    const added = tasksOfSet(set, '', { tasks, catalogue }).map(({ entry }) => entry.type);
    if (added.length === 0) return 'All of it is open already';
    const names = added.map((type) => taskTypeName(catalogue, type)).join('; ');
    const rest = set.tasks.length - added.length;
    return rest === 0 ? `Adds ${names}` : `Adds ${names} (${rest} open already or not offered)`;
  }

  return (
    <Disclosure summary="Add a set of tasks" isOpen={hasFailed}>
      <PlanForm type="AddTaskSet">
        <RadiosField
          {...field('set')}
          label="Set of tasks"
          options={taskSets.map((set) => ({
            value: set.key,
            label: set.name,
            hint: wordsOf(set),
          }))}
          defaultValue={value('set')}
          size="small"
        />
        <Button size="small">Add these tasks</Button>
      </PlanForm>
    </Disclosure>
  );
}
