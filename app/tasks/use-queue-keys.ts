import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { useKeys } from '../live/use-keys.ts';

export type QueueKeys = {
  /** Claims the task of the row that has the focus, and goes on to the next. */
  claim: (taskId: string) => void;
  escape: () => void;
};

/** A row is chosen by a key as well as by its box; a plan beside the list has keys of its own. */
const TYPING = 'input:not([type=checkbox]), textarea, select, dialog, .hub-panel';

/**
 * The list's keys, while a row has the focus: down and up, C to claim and go on, X to choose. A row
 * that leaves the list while it has the focus hands it to the one that takes its place.
 */
export function useQueueKeys(root: RefObject<HTMLElement>, keys: QueueKeys): void {
  const focused = useRef<number | null>(null);
  useKeys(root, (event) => root.current !== null && act(event, root.current, keys), TYPING);

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const remember = ({ target }: FocusEvent) => {
      focused.current = indexOfRow(element, target);
    };
    document.addEventListener('focusin', remember);
    return () => {
      document.removeEventListener('focusin', remember);
    };
  }, [root]);

  useEffect(() => {
    const element = root.current;
    if (element === null || focused.current === null) return;
    if (document.activeElement !== document.body) return;
    const rows = rowsOf(element);
    linkOf(rows[Math.min(focused.current, rows.length - 1)])?.focus();
  });
}

function act(event: KeyboardEvent, element: HTMLElement, keys: QueueKeys): boolean {
  if (event.key === 'Escape') {
    keys.escape();
    return true;
  }
  const rows = rowsOf(element);
  const index = indexOfRow(element, event.target);
  const row = index === null ? undefined : rows[index];
  if (index === null || row === undefined) return false;
  switch (event.key) {
    case 'ArrowDown':
      linkOf(rows[index + 1])?.focus();
      return true;
    case 'ArrowUp':
      linkOf(rows[index - 1])?.focus();
      return true;
    case 'c':
    case 'C':
      linkOf(rows[index + 1] ?? rows[index - 1])?.focus();
      keys.claim(row.dataset.taskId ?? '');
      return true;
    case 'x':
    case 'X':
      row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
      return true;
    default:
      return false;
  }
}

function rowsOf(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('.hub-queue__row')];
}

function linkOf(row: HTMLElement | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('.hub-queue__name') ?? null;
}

function indexOfRow(element: HTMLElement, target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('.hub-queue__row') : null;
  const index = row === null ? -1 : rowsOf(element).indexOf(row);
  return index === -1 ? null : index;
}

/** The focus goes back to the row that was opened, or to the first of its patient, if one is shown. */
export function focusRowOf(root: HTMLElement | null, spellId: string, taskId: string | null): void {
  const opened = `[data-task-id="${CSS.escape(taskId ?? '')}"] .hub-queue__name`;
  const ofPatient = `.hub-queue__name[href^="/spells/${CSS.escape(spellId)}#"]`;
  const row = root?.querySelector<HTMLElement>(opened);
  (row ?? root?.querySelector<HTMLElement>(ofPatient))?.focus();
}
