import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { usePageLock } from '../live/page-lock.ts';
import { afterInBrowser } from '../realtime/timers.ts';
import { concernsList } from './concerns-list.ts';

/** Many changes at once are asked for once. */
const ASK_AFTER_MS = 1_000;

/**
 * Asks the server for the list again when a patient changes whom it may concern. Whether it is kept
 * up to date: null until there is a connection, which a page without script never has.
 */
export function useLiveList(userId: string, spellIds: readonly string[]): boolean | null {
  const { revalidate } = useRevalidator();
  const [isLive, setIsLive] = useState<boolean | null>(null);
  const isLocked = useStore(usePageLock(), (state) => state.isLocked);
  const named = useRef<ReadonlySet<string>>(new Set());
  named.current = new Set(spellIds);
  const ask = useRef(revalidate);
  ask.current = revalidate;

  useEffect(() => {
    if (isLocked) return undefined;
    let isOver = false;
    let stop = () => {};
    let cancel: (() => void) | null = null;
    const askSoon = () => {
      cancel ??= afterInBrowser(ASK_AFTER_MS, () => {
        cancel = null;
        ask.current();
      });
    };
    void import('../live/start-live-board.ts').then(({ watchCards }) => {
      if (isOver) return;
      stop = watchCards(userId, {
        begun: () => {
          setIsLive(true);
          askSoon();
        },
        changed: (changes) => {
          if (concernsList(named.current, changes)) askSoon();
        },
        lost: () => setIsLive(false),
      });
    });
    return () => {
      isOver = true;
      cancel?.();
      stop();
    };
  }, [userId, isLocked]);
  return isLive;
}
