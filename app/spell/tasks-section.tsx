import { useRef } from 'react';
import { isOpenState } from '../../domain/tasks/task-types.ts';
import { AddTaskForm } from './add-task-form.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan } from './plan-context.ts';
import { PlanSection } from './plan-section.tsx';
import { TaskItem } from './task-item.tsx';
import { useTaskFocus } from './use-task-focus.ts';

/** What has to be done before this person can leave: what is open first, what blocks before the rest. */
export function TasksSection() {
  const { view, forms } = usePlan();
  const content = useRef<HTMLDivElement>(null);
  useTaskFocus(content);
  const open = view.tasks
    .filter(({ state }) => isOpenState(state))
    .sort((a, b) => Number(b.blocking) - Number(a.blocking) || compare(a.addedAt, b.addedAt));
  const closed = view.tasks
    .filter(({ state }) => !isOpenState(state))
    .sort((a, b) => compare(b.completedAt ?? '', a.completedAt ?? ''));
  return (
    <PlanSection id="tasks" title="Tasks" digest={`${open.length} open`} isOpenInPanel>
      <div ref={content}>
        {open.length === 0 && <p className="hub-quiet">No open tasks.</p>}
        {open.length > 0 && (
          <ul className="hub-tasks">
            {open.map((task) => (
              <TaskItem key={task.id} task={task} />
            ))}
          </ul>
        )}
        {closed.length > 0 && (
          <Disclosure summary={`Done (${closed.length})`}>
            <ul className="hub-tasks">
              {closed.map((task) => (
                <TaskItem key={task.id} task={task} />
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
      {forms.taskTypes.length > 0 && <AddTaskForm />}
    </PlanSection>
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
