import type { Audience } from '../../domain/actor.ts';
import type { BoardChanges } from '../../domain/protocol.ts';

/** The sockets' side of publishing: which audiences are connected, and how to reach one. */
export type Broadcast = {
  audiences(): Iterable<Audience>;
  changes(audience: Audience, frame: BoardChanges): void;
};

export type Publisher = {
  /** Says that something was committed; resolves when the projection has taken in `seq`. */
  published(seq: number): Promise<void>;
  /** The last seq that every connected audience was sent: what `hello` and `head` say. */
  sentSeq(): number;
  connect(broadcast: Broadcast): void;
  /** Sends what is waiting, and stops. */
  close(): Promise<void>;
};
