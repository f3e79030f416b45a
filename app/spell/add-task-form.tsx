import { isOpenState } from '../../domain/tasks/task-types.ts';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { TaskTypeSelect } from './task-type-select.tsx';

export function AddTaskForm() {
  const { view } = usePlan();
  const { field, value, isTicked, hasFailed } = usePlanFields('AddTask');
  const openTypes = new Set(
    view.tasks.filter(({ state }) => isOpenState(state)).map(({ type }) => type),
  );
  return (
    <Disclosure summary="Add a task" isOpen={hasFailed}>
      <PlanForm type="AddTask">
        <TaskTypeSelect
          {...field('taskType')}
          openTypes={openTypes}
          defaultValue={value('taskType')}
        />
        <CheckboxField
          {...field('blocking')}
          label="Blocking discharge: this person cannot leave without it"
          defaultChecked={isTicked('blocking', true)}
          size="small"
        />
        <TextField
          {...field('note')}
          label="Note on the task (optional)"
          defaultValue={value('note')}
        />
        <Button size="small">Add task</Button>
      </PlanForm>
    </Disclosure>
  );
}
