import { createContext, useContext } from 'react';

/** How many notices the person has not read. */
export type Unread = {
  count: number;
  /** Whether a socket keeps it: then what comes with a page may be older. */
  isHeard: boolean;
};

/** What a socket says; null once it is gone. */
export type HearUnread = (count: number | null) => void;

/** A part of a page that stands alone counts for nobody. */
const UnreadContext = createContext<Unread>({ count: 0, isHeard: false });
/** Apart from the number, so that what only passes it on is not drawn again with it. */
const HearUnreadContext = createContext<HearUnread>(() => {});

export const UnreadProvider = UnreadContext.Provider;
export const HearUnreadProvider = HearUnreadContext.Provider;

export function useUnread(): Unread {
  return useContext(UnreadContext);
}

export function useHearUnread(): HearUnread {
  return useContext(HearUnreadContext);
}

export function heardUnread(is: Unread, count: number | null): Unread {
  return count === null ? { ...is, isHeard: false } : { count, isHeard: true };
}

/** What a page of the server said. */
export function readUnread(is: Unread, count: number): Unread {
  return is.isHeard ? is : { ...is, count };
}
