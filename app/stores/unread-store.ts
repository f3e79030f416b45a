import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';

/** How many notices the person has not read. */
export type Unread = {
  count: number;
  /** Whether a socket keeps it: then what comes with a page may be older. */
  isHeard: boolean;
};

export type UnreadStore = StoreApi<Unread>;

export function createUnreadStore(count: number): UnreadStore {
  return createStore<Unread>(() => ({ count, isHeard: false }));
}

/** What the socket says; null once it is gone. */
export function hearUnread(store: UnreadStore, count: number | null): void {
  store.setState((is) => (count === null ? { ...is, isHeard: false } : { count, isHeard: true }));
}

/** What a page of the server said. */
export function readUnread(store: UnreadStore, count: number): void {
  store.setState((is) => (is.isHeard ? is : { ...is, count }));
}
