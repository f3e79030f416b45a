import { createContext, useContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';

/** Whether the page is locked. What watches over it (`lock-gate.tsx`) comes once the page is shown. */
export type PageLock = StoreApi<{ isLocked: boolean }>;

export function createPageLock(): PageLock {
  return createStore(() => ({ isLocked: false }));
}

/** A part of a page that stands alone is never locked. */
const LockContext = createContext(createPageLock());

export const LockProvider = LockContext.Provider;

export function usePageLock(): PageLock {
  return useContext(LockContext);
}
