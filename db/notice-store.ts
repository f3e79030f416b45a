import type { NoticeKind } from '../domain/notices/notice-kinds.ts';
import type { Instant } from '../domain/time.ts';
import type { StoredEvent } from './store.ts';

/** That one person is told of one event. */
export type NewNotice = { userId: string; seq: number; kind: NoticeKind; at: Instant };

export type StoredNotice = {
  /** Counts upwards: a later notice has a higher one. */
  id: number;
  kind: NoticeKind;
  at: Instant;
  readAt: Instant | null;
  event: StoredEvent;
};

/** What follows from the events up to one. */
export type PassedEvents = {
  upToSeq: number;
  told: readonly NewNotice[];
  goneSpellIds: readonly string[];
};

/** Which of somebody's notices are meant: these, or all up to one that was shown. */
export type WhichNotices = { ids: readonly number[] } | { upToId: number };

/** What people were told, and whether they have read it. Everything is about one person's own. */
export type NoticeStore = {
  /** Up to which event people have been told. */
  cursor(): Promise<number>;
  /**
   * Moves the cursor, with the notices of what it passes: each is kept once, however often it comes.
   * Of stays that are over (`goneSpellIds`) none is kept. Answers whose notices became others.
   */
  keep(passed: PassedEvents): Promise<string[]>;
  unread(userId: string): Promise<number>;
  /** The newest first, at most `limit`. */
  ofPerson(userId: string, limit: number): Promise<StoredNotice[]>;
  /** How many of these are theirs, read before or not. */
  markRead(userId: string, which: WhichNotices, at: Instant): Promise<number>;
  muted(userId: string): Promise<NoticeKind[]>;
  allMuted(): Promise<{ userId: string; kind: NoticeKind }[]>;
  mute(userId: string, kinds: readonly NoticeKind[]): Promise<void>;
  forget(before: Instant): Promise<number>;
};
