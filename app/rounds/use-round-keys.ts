import type { RefObject } from 'react';
import { useKeys } from '../live/use-keys.ts';

type RoundKeys = { next: () => void; previous: () => void };

/** n and p go from patient to patient. */
export function useRoundKeys(root: RefObject<HTMLElement>, { next, previous }: RoundKeys): void {
  useKeys(root, ({ key }) => {
    if (key === 'n') next();
    else if (key === 'p') previous();
    else return false;
    return true;
  });
}
