import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Unread, UnreadStore } from '../stores/unread-store.ts';
import { createUnreadStore } from '../stores/unread-store.ts';

/** A part of a page that stands alone counts for nobody. */
const UnreadContext = createContext<UnreadStore>(createUnreadStore(0));

export const UnreadProvider = UnreadContext.Provider;

export function useUnreadStore(): UnreadStore {
  return useContext(UnreadContext);
}

export function useUnread<T>(select: (unread: Unread) => T): T {
  return useStore(useUnreadStore(), select);
}
