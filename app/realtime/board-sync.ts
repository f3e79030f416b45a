import type {
  BoardAnswer,
  BoardChanges,
  Head,
  Hello,
  Lookups,
  SessionEnd,
} from '../../domain/protocol.ts';
import { PROTOCOL_VERSION, digestOf } from '../../domain/protocol.ts';
import type { BoardState, BoardStore } from '../stores/board-store.ts';
import {
  applyCatchUp,
  applyChanges,
  applyDay,
  applyLookups,
  applyNews,
  applyPresence,
  moveCursor,
  startAgain,
} from '../stores/board-store.ts';
import type { ConnectionStore } from '../stores/connection-store.ts';
import type { BoardApi } from './board-api.ts';
import type { ConnectionWatch } from './connection-watch.ts';
import type { HubSocket } from './hub-socket.ts';
import type { After } from './timers.ts';
import { backoffMs } from './timers.ts';

export type BoardSync = {
  start: () => void;
  /** Asks at once instead of waiting out a failed attempt. */
  wake: () => void;
  stop: () => void;
};

type Deps = {
  store: BoardStore;
  connection: ConnectionStore;
  watch: ConnectionWatch;
  api: Pick<BoardApi, 'board'>;
  socket: Pick<HubSocket, 'connect' | 'reconnect' | 'close'>;
  after: After;
  random: () => number;
  onSignedOut: (why: SessionEnd) => void;
  /** How many notices the person has not read; null while nothing is heard. */
  onUnread?: (unread: number | null) => void;
};

/**
 * Keeps the board equal to the server's: the snapshot first, then news by socket, and after every
 * gap what was missed. News that arrives while something is missing is shown, but the cursor waits.
 */
export function createBoardSync(deps: Deps): BoardSync {
  const { store, connection, watch, api, socket, after, random, onSignedOut, onUnread } = deps;
  let isStopped = false;
  let isAsking = false;
  /** Hello, or a digest, told of more than is held. */
  let isBehind = true;
  let wantsSnapshot = true;
  /** What is held is not what the server holds. */
  let isMismatch = false;
  let heardSeq = 0;
  /** Whether this connection began after the question that is being answered was asked. */
  let isAskedBefore = false;
  let failures = 0;
  let hasSocket = false;
  let isConnected = false;
  let cancelRetry: (() => void) | null = null;

  // Asked again after waiting, when they may have changed.
  const hasStopped = () => isStopped;
  const isStillBehind = () => isBehind;
  const wasDropped = () => wantsSnapshot;
  const update = (change: (state: BoardState) => BoardState) => {
    store.setState(change);
  };

  function fallBehind(withSnapshot: boolean): void {
    isBehind = true;
    wantsSnapshot ||= withSnapshot;
    void catchUp();
  }

  async function catchUp(): Promise<void> {
    if (isAsking || isStopped) return;
    cancelRetry?.();
    cancelRetry = null;
    isAsking = true;
    const { cursor, epoch, key } = store.getState();
    const since = wantsSnapshot || cursor === null ? null : { seq: cursor, epoch, key };
    const wasMismatch = isMismatch;
    wantsSnapshot = false;
    isMismatch = false;
    // Another reason to ask that comes up meanwhile is set again, and asked about next.
    isBehind = false;
    isAskedBefore = false;
    const outcome = await api.board(since, wasMismatch);
    isAsking = false;
    if (hasStopped()) return;

    if (outcome.kind === 'signed_out') {
      isBehind = true;
      onSignedOut(outcome.why);
    } else if (outcome.kind === 'later') {
      isBehind = true;
      wantsSnapshot ||= since === null;
      watch.lost();
      cancelRetry = after(backoffMs(failures, random), () => void catchUp());
      failures += 1;
    } else {
      failures = 0;
      // Of a board that was dropped meanwhile nothing comes back.
      if (!wasDropped()) takeAnswer(outcome.answer);
      if (isStillBehind()) void catchUp();
      else caughtUp();
    }
  }

  function takeAnswer(answer: BoardAnswer): void {
    const before = store.getState();
    const isOtherScope = answer.key !== before.key;
    noticeScope(answer.key);
    // What was heard of another board says nothing about how much of this one is held.
    if (isOtherScope || answer.epoch !== before.epoch) heardSeq = 0;
    // An answer from before this connection may end before what was heard on it begins.
    const joinedSeq = isAskedBefore ? 0 : heardSeq;
    update((state) => moveCursor(applyCatchUp(state, answer), joinedSeq));
    // Security: an open socket goes on telling what the scope of before could see.
    if (isOtherScope && hasSocket) socket.reconnect();
  }

  /** The cards follow by themselves; what this page knows of its person does not. */
  function noticeScope(newKey: string): void {
    if (newKey !== store.getState().key) connection.setState({ isOtherScope: true });
  }

  function caughtUp(): void {
    if (isConnected) watch.heard();
    if (hasSocket) return;
    hasSocket = true;
    socket.connect(listeners);
  }

  function heardHello(hello: Hello): void {
    isConnected = true;
    heardSeq = 0;
    isAskedBefore = isAsking;
    if (hello.headIntervalMs !== undefined) {
      connection.setState({ headIntervalMs: hello.headIntervalMs });
    }
    if (hello.protocol !== PROTOCOL_VERSION) {
      connection.setState({ isOutdated: true });
      return;
    }
    const { epoch, key, cursor, asOfDay, lookups } = store.getState();
    const hasOldNames = hello.lookups !== undefined && hello.lookups !== lookups.version;
    if (hello.epoch !== epoch || hello.key !== key) {
      noticeScope(hello.key);
      update((state) => startAgain(state, hello));
      fallBehind(true);
    } else if (cursor === null || cursor < hello.seq || hasOldNames || isBehind || isAsking) {
      fallBehind(false);
    } else {
      watch.heard();
    }
    if (hello.asOfDay !== asOfDay) update((state) => applyDay(state, hello.asOfDay));
  }

  function heardChanges(changes: BoardChanges): void {
    if (isBehind || isAsking) {
      heardSeq = Math.max(heardSeq, changes.seq);
      update((state) => applyNews(state, changes));
      return;
    }
    update((state) => applyChanges(state, changes));
    watch.heard();
  }

  function heardHead(head: Head): void {
    if (isBehind || isAsking) return;
    watch.heard();
    const state = store.getState();
    if (holdsNewerThan(state, head.seq)) return;
    if (digestOf(state.confirmed.values()) === head.digest) return;
    const { digestMismatches } = connection.getState();
    connection.setState({ digestMismatches: digestMismatches + 1 });
    isMismatch = true;
    fallBehind(true);
  }

  const listeners = {
    hello: heardHello,
    'board:changes': heardChanges,
    head: heardHead,
    day: ({ asOfDay }: { asOfDay: string }) => {
      update((state) => applyDay(state, asOfDay));
    },
    lookups: (lookups: Lookups) => {
      update((state) => applyLookups(state, lookups));
    },
    presence: (presence: Parameters<typeof applyPresence>[1]) => {
      update((state) => applyPresence(state, presence));
    },
    notices: ({ unread }: { unread: number }) => onUnread?.(unread),
    'session:ended': onSignedOut,
    notSignedIn: onSignedOut,
    closing: () => {
      connection.setState({ isRestarting: true });
    },
    lost: () => {
      isConnected = false;
      onUnread?.(null);
      watch.lost();
    },
  };

  return {
    start() {
      void catchUp();
    },
    wake() {
      if (isBehind) void catchUp();
    },
    stop() {
      isStopped = true;
      cancelRetry?.();
      onUnread?.(null);
      socket.close();
    },
  };
}

/** An answer of one's own can run ahead of the news; then this head says nothing about what is held. */
function holdsNewerThan({ cursor, confirmed, removals }: BoardState, seq: number): boolean {
  if (cursor === null || cursor > seq) return true;
  for (const card of confirmed.values()) if (card.seq > seq) return true;
  for (const removedAt of removals.values()) if (removedAt > seq) return true;
  return false;
}
