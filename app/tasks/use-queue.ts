import { useEffect, useMemo, useState } from 'react';
import type { Instant } from '../../domain/time.ts';
import { useBoardState, useLiveBoard } from '../live/board-context.ts';
import type { FirstQueue } from './first-queue.ts';
import type { Queue } from './queue-rows.ts';
import { readQueue } from './queue-rows.ts';
import type { QueueUrl } from './queue-url.ts';

const TICK_MS = 30_000;

export type LiveQueue = Queue & { isWhole: boolean; now: Instant };

/** The list as the stores have it now. Until the whole board is held, its counts are the server's. */
export function useQueue(first: FirstQueue, url: QueueUrl): LiveQueue {
  const me = useBoardState((state) => state.me);
  const shown = useBoardState((state) => state.shown);
  const today = useBoardState((state) => state.asOfDay);
  const timeZone = useBoardState((state) => state.timeZone);
  const isWhole = useBoardState((state) => state.cursor !== null);
  const now = useNow(first.now);
  const queue = useMemo(
    () => readQueue(shown.values(), url, { me, today, now, timeZone }),
    [shown, url, me, today, now, timeZone],
  );
  return isWhole ? { ...queue, isWhole, now } : { ...queue, ...first.queue, isWhole, now };
}

/** What the server drew with, until the page moves by itself. */
function useNow(first: Instant): Instant {
  const clock = useLiveBoard().now;
  const [now, setNow] = useState(first);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [clock]);
  return now;
}
