import { useRevalidator } from '@remix-run/react';
import type { ReactNode, RefObject } from 'react';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createIdleLock } from '../realtime/idle-lock.ts';
import { LockScreen } from './lock-screen.tsx';
import type { PageLock } from './page-lock.ts';
import { lockInBrowser, watchTouches } from './watch-touches.ts';

export type LockGateProps = {
  lock: PageLock;
  user: { id: string; name: string };
  lockAfterMs: number;
  /** When the page was opened, by the machine's clock. */
  openedMs: number;
  /** All that the page shows. */
  shell: RefObject<HTMLElement>;
};

/** Locks the page once nobody has touched it for too long: it shows nothing but the lock then. */
export function LockGate({ lock, user, lockAfterMs, openedMs, shell }: LockGateProps) {
  const isLocked = useStore(lock, (state) => state.isLocked);
  const { revalidate } = useRevalidator();
  const [idleLock] = useState(() =>
    createIdleLock({ ...lockInBrowser(user.id), lockAfterMs, openedMs, store: lock }),
  );
  useEffect(() => watchTouches(idleLock), [idleLock]);
  useEffect(
    () =>
      lock.subscribe((is) => {
        // What the page shows may be hours old.
        if (!is.isLocked) revalidate();
      }),
    [lock, revalidate],
  );
  return isLocked ? (
    <Locked shell={shell}>
      <LockScreen user={user} onUnlocked={idleLock.unlock} />
    </Locked>
  ) : null;
}

type LockedProps = Pick<LockGateProps, 'shell'> & { children: ReactNode };

function Locked({ shell, children }: LockedProps) {
  useLayoutEffect(() => (shell.current === null ? undefined : takeAway(shell.current)), [shell]);
  useEffect(() => {
    // Going back leaves what is kept; what the browser shows next, it asks the server for.
    const leave = () => {
      window.location.reload();
    };
    window.addEventListener('popstate', leave);
    return () => {
      window.removeEventListener('popstate', leave);
    };
  }, []);
  return <>{children}</>;
}

/**
 * Takes what is shown out of the document, where React and everything typed live on; what it returns
 * puts it back as it was.
 */
function takeAway(shell: HTMLElement): () => void {
  const focused = document.activeElement;
  const modals = [...shell.querySelectorAll<HTMLDialogElement>('dialog:modal')];
  const scrolled = [document.documentElement, ...shell.querySelectorAll('*')]
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }))
    .filter(({ top, left }) => top !== 0 || left !== 0);
  const place = document.createComment('locked');
  shell.replaceWith(place);
  // What the server drew the page from, which nothing reads again.
  for (const script of document.scripts) if (script.src === '') script.textContent = '';
  return () => {
    place.replaceWith(shell);
    for (const modal of modals) {
      // Out of the document, it stayed open but is no longer modal.
      modal.open = false;
      modal.showModal();
    }
    for (const { element, top, left } of scrolled) element.scrollTo(left, top);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
}
