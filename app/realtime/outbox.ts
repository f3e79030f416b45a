import type { SessionEnd } from '../../domain/protocol.ts';
import type { BoardStore } from '../stores/board-store.ts';
import { applyCommandAnswer, markPending } from '../stores/board-store.ts';
import type { BoardApi } from './board-api.ts';
import type { After } from './timers.ts';
import { backoffMs } from './timers.ts';

export type Outbox = {
  /** Sends whatever is, or will be, pending in the store; again, after somebody signed in again. */
  start: () => void;
  /** Tries at once: there is a connection again. */
  wake: () => void;
  stop: () => void;
};

type Deps = {
  store: BoardStore;
  api: Pick<BoardApi, 'send'>;
  after: After;
  random: () => number;
  onSignedOut: (why: SessionEnd) => void;
};

/**
 * Sends pending commands one at a time, in order, each until it is answered. A retry carries the
 * same id, so that the server does it once. Signed out, everything is kept and nothing is sent.
 */
export function createOutbox({ store, api, after, random, onSignedOut }: Deps): Outbox {
  let isOpen = false;
  let isSending = false;
  let failures = 0;
  let cancelRetry: (() => void) | null = null;
  let unsubscribe = () => {};
  // Asked after waiting, when it may have changed.
  const isStillOpen = () => isOpen;

  async function sendNext(): Promise<void> {
    if (!isOpen || isSending || cancelRetry !== null) return;
    const { pending, me } = store.getState();
    // Security: nothing is ever sent as somebody else.
    const entry = pending.find(({ userId }) => userId === me.id);
    if (entry === undefined) return;
    const { command } = entry;
    isSending = true;
    store.setState((state) => markPending(state, command.id, 'sending'));
    const outcome = await api.send(command);
    isSending = false;

    if (outcome.kind === 'answered') {
      failures = 0;
      store.setState((state) => applyCommandAnswer(state, command, outcome.answer));
      void sendNext();
      return;
    }
    store.setState((state) => markPending(state, command.id, 'waiting'));
    if (outcome.kind === 'signed_out') {
      stop();
      onSignedOut(outcome.why);
      return;
    }
    if (!isStillOpen()) return;
    cancelRetry = after(backoffMs(failures, random), () => {
      cancelRetry = null;
      void sendNext();
    });
    failures += 1;
  }

  function stop(): void {
    isOpen = false;
    unsubscribe();
    cancelRetry?.();
    cancelRetry = null;
  }

  return {
    start() {
      stop();
      isOpen = true;
      unsubscribe = store.subscribe((state, before) => {
        if (state.pending.length > before.pending.length) void sendNext();
      });
      void sendNext();
    },
    wake() {
      cancelRetry?.();
      cancelRetry = null;
      void sendNext();
    },
    stop,
  };
}
