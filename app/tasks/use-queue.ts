import { useMemo } from 'react';
import type { Instant } from '../../domain/time.ts';
import { useBoardState } from '../live/board-context.ts';
import { useNow } from '../live/use-now.ts';
import type { FirstQueue } from './first-queue.ts';
import type { Queue } from './queue-rows.ts';
import { readQueue } from './queue-rows.ts';
import type { QueueUrl } from './queue-url.ts';

export type LiveQueue = Queue & { isWhole: boolean; now: Instant };

/** The list as the stores have it now. Until the whole board is held, its counts are the server's. */
export function useQueue(first: FirstQueue, url: QueueUrl): LiveQueue {
  const me = useBoardState((state) => state.me);
  const shown = useBoardState((state) => state.shown);
  const today = useBoardState((state) => state.asOfDay);
  const timeZone = useBoardState((state) => state.timeZone);
  const isWhole = useBoardState((state) => state.cursor !== null);
  const now = useNow();
  const queue = useMemo(
    () => readQueue(shown.values(), url, { me, today, now, timeZone }),
    [shown, url, me, today, now, timeZone],
  );
  return isWhole ? { ...queue, isWhole, now } : { ...queue, ...first.queue, isWhole, now };
}
