import type { Store } from '../../db/store.ts';
import type { Audience } from '../../domain/actor.ts';
import type { BoardChanges } from '../../domain/protocol.ts';
import type { BoardProjection } from './board-projection.ts';

/** The sockets' side of publishing: which audiences are connected, and how to reach one. */
export type Broadcast = {
  audiences(): Iterable<Audience>;
  changes(audience: Audience, frame: BoardChanges): void;
};

export type Publisher = {
  /**
   * Says that something was committed; resolves when the board in memory has taken it in. Never
   * rejects: what is committed is committed, and a board that fell behind is tried again.
   */
  published(seq: number): Promise<void>;
  /** The last seq that every connected audience was sent: what `hello` and `head` say. */
  sentSeq(): number;
  connect(broadcast: Broadcast): void;
  /** Sends what is waiting, and stops. */
  close(): Promise<void>;
};

const READ_AT_ONCE = 500;
const RETRY_MS = 1_000;

/** Changes go out at the end of the event-loop turn; in a crowd of them, every 25 ms. */
const CROWD = 20;
const CROWD_FLUSH_MS = 25;

type Deps = {
  store: Pick<Store, 'eventsAfter'>;
  projection: BoardProjection;
  onFault: (fault: unknown) => void;
  /** What was committed is on its way to every board; it waits for nothing that follows from it. */
  onSent?: () => void;
};

/** The one publisher: reads the log after its last seq, in order, and never skips. */
export function createPublisher({ store, projection, onFault, onSent }: Deps): Publisher {
  let wanted = projection.seq();
  let sent = projection.seq();
  let broadcast: Broadcast | null = null;
  let draining: Promise<void> | null = null;
  let cancelFlush: (() => void) | null = null;
  let lastFlushed = 0;
  let retry: NodeJS.Timeout | null = null;

  function flush(): void {
    cancelFlush = null;
    const seq = projection.seq();
    lastFlushed = seq - sent;
    if (broadcast !== null) {
      for (const audience of broadcast.audiences()) {
        const frame = projection.frame(audience, sent);
        if (frame.cards.length + frame.removed.length > 0) {
          broadcast.changes(audience, { seq, ...frame });
        }
      }
    }
    sent = seq;
    onSent?.();
  }

  function scheduleFlush(): void {
    if (cancelFlush !== null || projection.seq() === sent) return;
    if (lastFlushed > CROWD) {
      const timer = setTimeout(flush, CROWD_FLUSH_MS);
      cancelFlush = () => {
        clearTimeout(timer);
      };
    } else {
      const immediate = setImmediate(flush);
      cancelFlush = () => {
        clearImmediate(immediate);
      };
    }
  }

  async function drain(): Promise<void> {
    try {
      while (projection.seq() < wanted) {
        const events = await store.eventsAfter(projection.seq(), READ_AT_ONCE);
        if (events.length === 0) break;
        for (const event of events) await projection.apply(event);
      }
    } catch (fault) {
      onFault(fault);
      retry ??= setTimeout(() => {
        retry = null;
        void takeIn();
      }, RETRY_MS);
    } finally {
      draining = null;
      scheduleFlush();
    }
  }

  function takeIn(): Promise<void> {
    draining ??= drain();
    return draining;
  }

  return {
    published: async (seq) => {
      wanted = Math.max(wanted, seq);
      await takeIn();
      if (projection.seq() < seq && retry === null) await takeIn();
    },
    sentSeq: () => sent,
    connect: (to) => {
      broadcast = to;
    },
    close: async () => {
      if (retry !== null) clearTimeout(retry);
      retry = null;
      await draining;
      cancelFlush?.();
      flush();
      broadcast = null;
    },
  };
}
