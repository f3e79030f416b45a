import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { RovingKey } from './roving.ts';
import { ROVING_KEYS } from './roving.ts';
import { cardIdOf } from './use-card-focus.ts';

export type BoardKeys = {
  rove: (fromCardId: string, key: RovingKey) => void;
  move: (cardId: string) => void;
  search: () => void;
  showKeys: () => void;
  escape: () => void;
};

/**
 * The board's keys. Single letters count only while something of the board has the focus, and never
 * in a field, so that they cannot get in the way of speech input (WCAG 2.1.4).
 */
export function useBoardKeys(root: RefObject<HTMLElement>, keys: BoardKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (isNotOurs(event)) return;
      if (act(event, latest.current)) event.preventDefault();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
    };
  }, [root]);
}

function act({ key, target }: KeyboardEvent, keys: BoardKeys): boolean {
  const cardId = cardIdOf(target);
  const roving = ROVING_KEYS.find((name) => name === key);
  if (key === '/') keys.search();
  else if (key === '?') keys.showKeys();
  else if (key === 'Escape') keys.escape();
  else if (cardId !== null && roving !== undefined) keys.rove(cardId, roving);
  else if (cardId !== null && key.toLowerCase() === 'm') keys.move(cardId);
  else return false;
  return true;
}

/** Something is being typed, a question is open, or it is a shortcut of the browser's. */
function isNotOurs({ target, defaultPrevented, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || metaKey || altKey) return true;
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}
