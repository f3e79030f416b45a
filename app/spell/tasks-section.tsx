import { useRef } from 'react';
import type { SpellViewTask } from '../../domain/spell/spell-view.ts';
import { isOpenState } from '../../domain/tasks/task-types.ts';
import { AddTaskForm } from './add-task-form.tsx';
import { AddTaskSetForm } from './add-task-set-form.tsx';
import { Disclosure } from './disclosure.tsx';
import { taskIdOfKey } from './form-key.ts';
import { usePlan } from './plan-context.ts';
import { PlanSection } from './plan-section.tsx';
import { TaskItem } from './task-item.tsx';
import { useTaskAsked } from './use-task-asked.ts';
import { useTaskFocus } from './use-task-focus.ts';

/** What has to be done before this person can leave: what is open first, what blocks before the rest. */
export function TasksSection() {
  const { view, forms, failures, lookups, atTaskId } = usePlan();
  const content = useRef<HTMLDivElement>(null);
  useTaskFocus(content);
  useTaskAsked(content, atTaskId);
  const open = view.tasks
    .filter(({ state }) => isOpenState(state))
    .sort((a, b) => Number(b.blocking) - Number(a.blocking) || compare(a.addedAt, b.addedAt));
  const closed = view.tasks
    .filter(({ state }) => !isOpenState(state))
    .sort((a, b) => compare(b.done?.at ?? '', a.done?.at ?? ''));
  const closedIds = new Set(closed.map(({ id }) => id));
  const hasClosedFailed = failures.some(({ formKey }) => closedIds.has(taskIdOfKey(formKey) ?? ''));
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
          <Disclosure summary={titleOfClosed(closed)} isOpen={hasClosedFailed}>
            <ul className="hub-tasks">
              {closed.map((task) => (
                <TaskItem key={task.id} task={task} />
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
      {forms.taskTypes.length > 0 && <AddTaskForm />}
      {forms.addTaskSet && lookups.taskSets.length > 0 && <AddTaskSetForm />}
    </PlanSection>
  );
}

function titleOfClosed(closed: readonly SpellViewTask[]): string {
  const cancelled = closed.filter(({ state }) => state === 'cancelled').length;
  const done = closed.length - cancelled;
  const parts = [done > 0 && `Done (${done})`, cancelled > 0 && `Cancelled (${cancelled})`];
  return parts.filter((part) => part !== false).join(', ');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
