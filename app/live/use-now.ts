import { useEffect, useState } from 'react';
import type { Instant } from '../../domain/time.ts';
import { useLiveBoard } from './board-context.ts';

const TICK_MS = 30_000;

/** The time for "2 minutes ago"; it moves twice a minute. */
export function useNow(): Instant {
  const clock = useLiveBoard().now;
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [clock]);
  return now;
}
