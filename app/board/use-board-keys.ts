import type { RefObject } from 'react';
import { useKeys } from '../live/use-keys.ts';
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

/** The board's keys, while something of it has the focus. */
export function useBoardKeys(root: RefObject<HTMLElement>, keys: BoardKeys): void {
  useKeys(root, (event) => act(event, keys));
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
