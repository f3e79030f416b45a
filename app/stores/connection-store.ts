import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Instant } from '../../domain/time.ts';

/** How the board hears of changes: at once, not just now, or not at all. */
export type Connection = {
  state: 'live' | 'reconnecting' | 'offline';
  /** When the board was last known to be whole: the age of what is shown. */
  lastHeardAt: Instant;
  /** Since when it has not been live; null before the first time. */
  since: Instant | null;
  hasBeenLive: boolean;
  /** The sentence that ended the session, if it did. */
  signedOut: string | null;
  /** The server speaks a newer protocol: this page must be loaded again. */
  isOutdated: boolean;
  /** What this person may see has changed: this page still thinks otherwise of them. */
  isOtherScope: boolean;
  /** The server said that it is ending, and has not been heard of since. */
  isRestarting: boolean;
  /** How often the server says where it is when nothing changes. */
  headIntervalMs: number;
  /** How often what was held turned out not to be what the server holds. */
  digestMismatches: number;
};

export type ConnectionStore = StoreApi<Connection>;

/** Until the server says otherwise. */
const HEAD_INTERVAL_MS = 30_000;

export function createConnectionStore(lastHeardAt: Instant): ConnectionStore {
  return createStore<Connection>(() => ({
    state: 'reconnecting',
    lastHeardAt,
    since: null,
    hasBeenLive: false,
    signedOut: null,
    isOutdated: false,
    isOtherScope: false,
    isRestarting: false,
    headIntervalMs: HEAD_INTERVAL_MS,
    digestMismatches: 0,
  }));
}

export function heard(connection: Connection, at: Instant): Connection {
  return {
    ...connection,
    state: 'live',
    lastHeardAt: at,
    since: null,
    hasBeenLive: true,
    isRestarting: false,
  };
}

/** Losing it twice keeps the time of the first loss; offline is never softened to reconnecting. */
export function lost(
  connection: Connection,
  state: 'reconnecting' | 'offline',
  at: Instant,
): Connection {
  const since = connection.state === 'live' ? at : (connection.since ?? at);
  return { ...connection, state, since };
}
