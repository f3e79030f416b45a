import { useEffect, useState } from 'react';
import type { LockGate } from './lock-gate.tsx';

const LOAD_AGAIN_MS = 10_000;

/** What locks the page, once it has come: the first look at the page does not wait for it. */
export function useLockGate(): typeof LockGate | null {
  const [gate, setGate] = useState<{ Gate: typeof LockGate } | null>(null);
  useEffect(() => {
    let retry: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      import('./lock-gate.tsx').then(
        ({ LockGate: Gate }) => setGate({ Gate }),
        () => {
          retry = setTimeout(load, LOAD_AGAIN_MS);
        },
      );
    };
    load();
    return () => clearTimeout(retry);
  }, []);
  return gate?.Gate ?? null;
}
