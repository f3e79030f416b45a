import type { AccountStore } from '../../db/account-store.ts';
import type { NewNotice } from '../../db/notice-store.ts';
import type { Store, StoredEvent } from '../../db/store.ts';
import type { AroundEvent } from '../../domain/notices/who-is-told.ts';
import { isTold, isToldTo, noticesOf } from '../../domain/notices/who-is-told.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { Instant } from '../../domain/time.ts';
import { actorOf } from '../accounts/sessions.ts';
import type { Clock } from '../services.ts';

/** For so long a notice is kept, read or not; and older news is told to nobody. */
export const NOTICES_KEPT_DAYS = 14;

const READ_AT_ONCE = 500;

export type NoticeFollower = {
  /**
   * Tells people of everything that was committed since it was last asked. Never rejects: what
   * could not be told is told the next time.
   */
  follow: () => Promise<void>;
  /** Whom to let know that they have another number of notices. */
  connect(changed: (userIds: readonly string[]) => void): void;
  /** Waits for what is under way. */
  close(): Promise<void>;
};

type Deps = {
  store: Pick<Store, 'eventsAfter' | 'eventsOf' | 'seqBefore' | 'notices'>;
  accounts: Pick<AccountStore, 'list'>;
  clock: Clock;
  onFault: (fault: unknown) => void;
};

/**
 * Reads the log after its own cursor, in order, and keeps who is to be told of what. Cursor and
 * notices move in one transaction and each notice is kept once, so that a crash, a restart or two
 * callers at once tell nobody twice and leave nobody out.
 */
export function createNoticeFollower({ store, accounts, clock, onFault }: Deps): NoticeFollower {
  /** Null until the database was asked. What tells nobody moves only this one, and costs no write. */
  let cursor: number | null = null;
  let keptCursor = 0;
  let isAskedAgain = false;
  let following: Promise<void> | null = null;
  let tell: (userIds: readonly string[]) => void = () => {};

  async function begin(): Promise<number> {
    keptCursor = await store.notices.cursor();
    return Math.max(keptCursor, await store.seqBefore(keptSince(clock.now())));
  }

  async function takeIn(): Promise<void> {
    cursor ??= await begin();
    const events = await store.eventsAfter(cursor, READ_AT_ONCE);
    const last = events.at(-1)?.seq ?? cursor;
    const told = await toldBy(events);
    const goneSpellIds = events.filter(isOver).map(({ spellId }) => spellId);
    if (told.length + goneSpellIds.length > 0 || last - keptCursor >= READ_AT_ONCE) {
      const changed = await store.notices.keep({ upToSeq: last, told, goneSpellIds });
      keptCursor = last;
      if (changed.length > 0) tell(changed);
    }
    cursor = last;
    isAskedAgain ||= events.length === READ_AT_ONCE;
  }

  async function run(): Promise<void> {
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        await takeIn();
      }
    } catch (fault) {
      onFault(fault);
    } finally {
      following = null;
    }
  }

  async function toldBy(events: readonly StoredEvent[]): Promise<NewNotice[]> {
    const notices: NewNotice[] = [];
    const people = events.some(isTold) ? (await accounts.list()).filter(isOpen).map(actorOf) : [];
    for (const event of events.filter(isTold)) {
      const stay = await aroundEvent(event);
      const { seq, recordedAt: at } = event;
      for (const notice of noticesOf(event, stay)) {
        for (const person of people) {
          if (!isToldTo(person, notice, event, stay.after)) continue;
          notices.push({ userId: person.id, seq, kind: notice.kind, at });
        }
      }
    }
    if (notices.length === 0) return [];
    const muted = new Set((await store.notices.allMuted()).map(muteKey));
    const wanted = notices.filter((notice) => !muted.has(muteKey(notice)));
    // Somebody whom an event concerns in two ways hears of it once.
    return [
      ...new Map(wanted.toReversed().map((one) => [`${one.seq} ${one.userId}`, one])).values(),
    ].toReversed();
  }

  /** As it was then, whatever has happened to the stay since. */
  async function aroundEvent({ seq, spellId }: StoredEvent): Promise<AroundEvent> {
    const history = (await store.eventsOf(spellId)).filter((event) => event.seq <= seq);
    let before: Spell | null = null;
    let after: Spell | null = null;
    for (const event of history) {
      before = after;
      after = evolve(before, event);
    }
    if (after === null) throw new Error(`Event ${seq} is of a stay without a history`);
    return { before, after };
  }

  function follow(): Promise<void> {
    isAskedAgain = true;
    following ??= run();
    return following;
  }

  return {
    follow,
    connect(changed) {
      tell = changed;
    },
    async close() {
      await following;
      tell = () => {};
    },
  };
}

/** What is older than this is cleared, and not told any more. */
export function keptSince(now: Instant): Instant {
  return new Date(Date.parse(now) - NOTICES_KEPT_DAYS * 86_400_000).toISOString();
}

/** What was to be done for them is done, or was not needed. */
function isOver({ type }: StoredEvent): boolean {
  return type === 'SpellLeftBoard';
}

function isOpen({ isDisabled }: { isDisabled: boolean }): boolean {
  return !isDisabled;
}

function muteKey({ userId, kind }: { userId: string; kind: string }): string {
  return `${kind} ${userId}`;
}
