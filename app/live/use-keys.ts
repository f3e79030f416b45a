import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

const TYPING = 'input, textarea, select, dialog';

/**
 * The keys of a live page; `act` says whether the key was one of them. Single letters count only
 * while something of the page has the focus, and never in a field, so that they cannot get in the
 * way of typing or of speech input (WCAG 2.1.4).
 *
 * @param typing what takes keys for itself, as a selector
 */
export function useKeys(
  root: RefObject<HTMLElement>,
  act: (event: KeyboardEvent) => boolean,
  typing = TYPING,
): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, defaultPrevented, ctrlKey, metaKey, altKey } = event;
      if (defaultPrevented || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest(typing) !== null) return;
      if (latest.current(event)) event.preventDefault();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
    };
  }, [root, typing]);
}
