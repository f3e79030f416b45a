import type { StoreApi } from 'zustand/vanilla';
import type { After } from './timers.ts';

/**
 * What the pages of one browser share, by the machine's clock: whose they are, when somebody last
 * touched one, and since when they are locked.
 */
export type SharedUse = { userId: string; inputMs: number; lockedMs: number | null };

/** What the server answers: it has locked the session itself, it took it in, or it was not there. */
export type LockAnswer = 'locked' | 'taken' | 'unreached';

/** Locks a page when nobody has touched the hub in this browser for too long. */
export type IdleLock = {
  /** The page was opened, which the server knows. Ends by what it returns. */
  start: () => () => void;
  /** Somebody touched this page. */
  input: () => void;
  /** Time may have passed, also while the machine slept, or another page said something. */
  check: () => void;
  /** The same person has given their password. */
  unlock: () => void;
};

type Deps = {
  userId: string;
  lockAfterMs: number;
  /** When the page was opened, which may be a while before anything watches over it. */
  openedMs: number;
  /** The machine's clock, which also goes on while the machine sleeps. */
  wallMs: () => number;
  after: After;
  /** Also locked by others: when the server says so. */
  store: StoreApi<{ isLocked: boolean }>;
  /** Read, not only heard of: a page that the browser froze was told nothing. */
  shared: { read: () => SharedUse | null; write: (use: SharedUse) => void };
  tell: (what: 'input' | 'lock') => Promise<LockAnswer>;
};

const SHARE_EVERY_MS = 1_000;
const TELL_EVERY_MS = 60_000;
const TELL_AGAIN_MS = 5_000;

/**
 * Idle is without touch of a person, whatever the socket brings. All pages of a browser share their
 * touches; the server is told at most once a minute, and locks by itself what it hears nothing of.
 */
export function createIdleLock(deps: Deps): IdleLock {
  const { userId, lockAfterMs, openedMs, wallMs, after, store, shared, tell } = deps;
  const tellEveryMs = Math.min(TELL_EVERY_MS, lockAfterMs / 4);
  let inputMs = openedMs;
  let toldMs = openedMs;
  let lockedMs: number | null = null;
  let cancelTelling: (() => void) | null = null;

  const isLocked = () => store.getState().isLocked;
  const become = (locked: boolean) => {
    if (isLocked() !== locked) store.setState({ isLocked: locked });
  };
  const share = () => {
    shared.write({ userId, inputMs, lockedMs });
  };
  const stopTelling = () => {
    cancelTelling?.();
    cancelTelling = null;
  };
  function check(): void {
    const use = shared.read();
    if (use?.userId === userId) {
      inputMs = use.inputMs;
      lockedMs = use.lockedMs;
      become(lockedMs !== null);
    }
    if (wallMs() - inputMs >= lockAfterMs) become(true);
  }

  async function tellLock(): Promise<void> {
    const answer = await tell('lock');
    if (answer === 'unreached' && isLocked()) {
      cancelTelling = after(TELL_AGAIN_MS, () => void tellLock());
    }
  }

  async function tellInput(): Promise<void> {
    cancelTelling = null;
    // The machine may have slept meanwhile.
    check();
    if (isLocked()) return;
    toldMs = wallMs();
    if ((await tell('input')) === 'locked') become(true);
  }

  return {
    start() {
      const use = shared.read();
      // Another page was locked while this one was open already; one that is opened later is of a
      // session that was begun anew.
      const isLockedSince = use?.userId === userId && (use.lockedMs ?? 0) > openedMs;
      if (!isLockedSince) share();
      const unsubscribe = store.subscribe(() => {
        stopTelling();
        lockedMs = isLocked() ? (lockedMs ?? wallMs()) : null;
        share();
        if (isLocked()) void tellLock();
      });
      check();
      return () => {
        unsubscribe();
        stopTelling();
      };
    },
    input() {
      // The first touch after a long absence may be anybody's.
      check();
      const nowMs = wallMs();
      if (isLocked() || nowMs - inputMs < SHARE_EVERY_MS) return;
      inputMs = nowMs;
      share();
      cancelTelling ??= after(Math.max(0, toldMs + tellEveryMs - nowMs), () => void tellInput());
    },
    check,
    unlock() {
      inputMs = wallMs();
      toldMs = inputMs;
      become(false);
    },
  };
}
