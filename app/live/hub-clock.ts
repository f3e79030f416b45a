import type { Instant } from '../../domain/time.ts';

/** The hub's time in a browser: the server's, and what has passed since by a clock nobody can set. */
export type HubClock = () => Instant;

/** The server's time comes in whole seconds, and takes a while to arrive. */
const TOLERATED_MS = 2_500;

/** `correct` sets it by the server again: while a machine sleeps, no time passes for its pages. */
export function createHubClock(
  serverNow: Instant,
  elapsedMs: () => number,
): { now: HubClock; correct: (serverTime: Date) => void } {
  let startMs = Date.parse(serverNow) - elapsedMs();
  const nowMs = () => startMs + elapsedMs();
  return {
    now: () => new Date(nowMs()).toISOString(),
    correct(serverTime) {
      const offMs = serverTime.getTime() - nowMs();
      if (Math.abs(offMs) > TOLERATED_MS) startMs += offMs;
    },
  };
}
