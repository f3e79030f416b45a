import type { RefObject } from 'react';
import { useEffect } from 'react';

/**
 * Goes to the task that somebody asked for, once: unfolds what it lies in, brings it into view and
 * gives it the focus. News of the plan moves nothing afterwards.
 */
export function useTaskAsked(section: RefObject<HTMLElement>, taskId: string | null): void {
  useEffect(() => {
    if (taskId === null) return;
    const task = section.current?.querySelector<HTMLElement>(
      `[data-task-id="${CSS.escape(taskId)}"]`,
    );
    if (task === null || task === undefined) return;
    for (let fold = task.closest('details'); fold !== null;) {
      fold.open = true;
      fold = fold.parentElement?.closest('details') ?? null;
    }
    task.focus({ preventScroll: true });
    task.scrollIntoView({ block: 'nearest' });
  }, [section, taskId]);
}

/** The start of a task's place on the page of a plan: `/spells/…#task-…`. */
const ANCHOR = '#task-';

/** The task that the address of the page names; null where it names none. */
export function taskIdOfHash(hash: string): string | null {
  return hash.startsWith(ANCHOR) ? hash.slice(ANCHOR.length) : null;
}
