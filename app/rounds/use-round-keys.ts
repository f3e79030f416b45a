import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

type RoundKeys = { next: () => void; previous: () => void };

/**
 * n and p go from patient to patient. Single letters count only while something of the round has the
 * focus, and never in a field (WCAG 2.1.4).
 */
export function useRoundKeys(root: RefObject<HTMLElement>, keys: RoundKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, defaultPrevented, ctrlKey, metaKey, altKey } = event;
      if (defaultPrevented || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest('input, textarea, select, dialog')) return;
      if (key === 'n') latest.current.next();
      else if (key === 'p') latest.current.previous();
      else return;
      event.preventDefault();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
    };
  }, [root]);
}
