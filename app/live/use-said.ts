import { useEffect, useRef, useState } from 'react';
import { createAsk } from '../realtime/ask-in-time.ts';
import { createReadAgain } from '../realtime/read-again.ts';
import { afterInBrowser } from '../realtime/timers.ts';
import { useBoardState } from './board-context.ts';

/**
 * What the server says beside the cards that a live page holds: first what came with the page, then
 * read again from `path` whenever `moved` is another, which says how far those cards have come.
 */
export function useSaid<Said>(
  path: string,
  first: readonly Said[],
  moved: string,
): readonly Said[] {
  const meId = useBoardState((state) => state.me.id);
  const [said, setSaid] = useState(first);
  const reader = useRef<ReturnType<typeof createReadAgain> | null>(null);
  useEffect(() => {
    const ask = createAsk((...request) => fetch(...request), afterInBrowser);
    const aborting = new AbortController();
    const reading = createReadAgain(async () => {
      const reply = await ask(path, { signal: aborting.signal });
      // Security: what somebody else may see is not shown here.
      if (reply?.isOk !== true || reply.userId !== meId || reply.body === undefined) return false;
      const body = reply.body as { said: Said[] }; // what the route of this path sends
      setSaid(body.said);
      return true;
    }, afterInBrowser);
    reader.current = reading;
    return () => {
      reading.stop();
      aborting.abort();
    };
  }, [meId, path]);
  useEffect(() => reader.current?.ask(), [moved]);
  return said;
}
