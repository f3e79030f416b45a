import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * Keeps the focus with a task whose buttons change or go while one of them has it: on the task
 * itself, or on the heading of the tasks once it is folded away among those that are done.
 */
export function useTaskFocus(section: RefObject<HTMLElement>): void {
  const taskId = useRef<string | null>(null);

  useEffect(() => {
    const element = section.current;
    if (element === null) return;
    const remember = ({ target }: FocusEvent) => {
      taskId.current = taskIdOf(target);
    };
    const forget = ({ target }: FocusEvent) => {
      // What was taken out of the page was not left by anybody.
      requestAnimationFrame(() => {
        const isLeft = target instanceof Node && target.isConnected;
        if (isLeft && !element.contains(document.activeElement)) taskId.current = null;
      });
    };
    element.addEventListener('focusin', remember);
    element.addEventListener('focusout', forget);
    return () => {
      element.removeEventListener('focusin', remember);
      element.removeEventListener('focusout', forget);
    };
  }, [section]);

  useEffect(() => {
    const element = section.current;
    if (taskId.current === null || element === null) return;
    if (document.activeElement !== document.body) return;
    element.querySelector<HTMLElement>(`[data-task-id="${CSS.escape(taskId.current)}"]`)?.focus();
    if (document.activeElement !== document.body) return;
    element.closest('details')?.querySelector('summary')?.focus();
  });
}

function taskIdOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-task-id]')?.dataset.taskId ?? null;
}
