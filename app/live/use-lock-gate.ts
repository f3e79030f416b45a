import { useEffect, useState } from 'react';
import type { LockGate } from './lock-gate.tsx';

const LOAD_AGAIN_MS = 10_000;

type Loaded = { Gate: typeof LockGate; userId: string; openedMs: number };

/**
 * What locks the page, once it has come: the first look at the page does not wait for it. It is told
 * since when the page shows what its person may see.
 */
export function useLockGate(userId: string | null): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (userId === null) return;
    const openedMs = Date.now();
    let retry: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      import('./lock-gate.tsx').then(
        ({ LockGate: Gate }) => setLoaded({ Gate, userId, openedMs }),
        () => {
          retry = setTimeout(load, LOAD_AGAIN_MS);
        },
      );
    };
    load();
    return () => clearTimeout(retry);
  }, [userId]);
  return loaded?.userId === userId ? loaded : null;
}
