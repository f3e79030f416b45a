import type { Clock } from '../services.ts';
import { SESSION_HOURS } from './sessions.ts';

/**
 * Since when nobody has done anything, by session, and which sessions were locked for it. In memory:
 * to a server that starts, every session that still stands was used just then. One that was locked
 * has ended in the database as well, and stays so.
 */
export type IdleSessions = {
  /** Somebody did something. */
  used: (tokenHash: string) => void;
  /** True once nobody did anything for too long. A session that is not known yet begins now. */
  isIdle: (tokenHash: string) => boolean;
  /** The sessions that are to be locked. */
  idle: () => string[];
  lock: (tokenHash: string) => void;
  isLocked: (tokenHash: string) => boolean;
  forget: (tokenHash: string) => void;
};

type Deps = { clock: Pick<Clock, 'now'>; lockAfterMs: number };

export function createIdleSessions({ clock, lockAfterMs }: Deps): IdleSessions {
  const usedMs = new Map<string, number>();
  const lockedMs = new Map<string, number>();
  const nowMs = () => Date.parse(clock.now());

  function forgetOldLocks(): void {
    const before = nowMs() - SESSION_HOURS * 3_600_000;
    for (const [tokenHash, atMs] of lockedMs) if (atMs < before) lockedMs.delete(tokenHash);
  }

  return {
    used(tokenHash) {
      usedMs.set(tokenHash, nowMs());
    },
    isIdle(tokenHash) {
      const atMs = usedMs.get(tokenHash) ?? nowMs();
      usedMs.set(tokenHash, atMs);
      return nowMs() - atMs >= lockAfterMs;
    },
    idle() {
      forgetOldLocks();
      const before = nowMs() - lockAfterMs;
      return [...usedMs].filter(([, atMs]) => atMs <= before).map(([tokenHash]) => tokenHash);
    },
    lock(tokenHash) {
      usedMs.delete(tokenHash);
      lockedMs.set(tokenHash, nowMs());
    },
    isLocked: (tokenHash) => lockedMs.has(tokenHash),
    forget(tokenHash) {
      usedMs.delete(tokenHash);
    },
  };
}
