import type { Instant } from '../../domain/time.ts';

/** The hub's time in a browser: the server's, and what has passed since by a clock nobody can set. */
export type HubClock = () => Instant;

export function hubClock(serverNow: Instant, elapsedMs: () => number): HubClock {
  const startedAt = elapsedMs();
  return () => new Date(Date.parse(serverNow) + elapsedMs() - startedAt).toISOString();
}
