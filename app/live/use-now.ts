import { createContext, useContext } from 'react';
import type { Instant } from '../../domain/time.ts';

/** Given by `board-provider.tsx`. */
export const NowContext = createContext<Instant | null>(null);

/** The time for "2 minutes ago"; it moves twice a minute, for all of a live page at once. */
export function useNow(): Instant {
  const now = useContext(NowContext);
  if (now === null) throw new Error('Part of a live page was rendered outside of BoardProvider');
  return now;
}
