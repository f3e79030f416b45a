import type { Instant } from '../../domain/time.ts';
import type { ConnectionStore } from '../stores/connection-store.ts';
import { heard, lost } from '../stores/connection-store.ts';
import type { After } from './timers.ts';

export type ConnectionWatch = {
  /** The board is whole as of now. */
  heard: () => void;
  lost: () => void;
  networkGone: () => void;
  networkBack: () => void;
  stop: () => void;
};

type Deps = {
  store: ConnectionStore;
  now: () => Instant;
  after: After;
  /** Nothing was heard for too long, or there is a network again: connect anew. */
  reconnect: () => void;
};

/** A board of which a whole head was missed is not known to be current: after a minute, as a rule. */
const SILENT_HEADS = 2;
const OFFLINE_AFTER_MS = 30_000;

/** Keeps the connection's state honest: an open socket that says nothing is not live. */
export function createConnectionWatch(deps: Deps): ConnectionWatch {
  const { store, now, after, reconnect } = deps;
  let cancelSilence = () => {};
  let cancelOffline: (() => void) | null = null;

  const stopWaiting = () => {
    cancelSilence();
    cancelOffline?.();
    cancelOffline = null;
  };
  const goOffline = () => {
    store.setState((state) => lost(state, 'offline', now()));
  };
  const lose = () => {
    cancelSilence();
    if (store.getState().state === 'offline') return;
    store.setState((state) => lost(state, 'reconnecting', now()));
    cancelOffline ??= after(OFFLINE_AFTER_MS, goOffline);
  };

  return {
    heard() {
      stopWaiting();
      store.setState((state) => heard(state, now()));
      cancelSilence = after(SILENT_HEADS * store.getState().headIntervalMs, () => {
        lose();
        reconnect();
      });
    },
    lost: lose,
    networkGone() {
      stopWaiting();
      goOffline();
    },
    networkBack() {
      if (store.getState().state === 'live') return;
      store.setState((state) => lost(state, 'reconnecting', now()));
      cancelOffline ??= after(OFFLINE_AFTER_MS, goOffline);
      reconnect();
    },
    stop: stopWaiting,
  };
}
