import type { SessionEnd } from '../../domain/protocol.ts';
import type { Instant } from '../../domain/time.ts';
import { newId } from '../new-id.ts';
import { createBoardApi } from '../realtime/board-api.ts';
import { createBoardSync } from '../realtime/board-sync.ts';
import { createConnectionWatch } from '../realtime/connection-watch.ts';
import type { HubSocket } from '../realtime/hub-socket.ts';
import { createHubSocket } from '../realtime/hub-socket.ts';
import { createOutbox } from '../realtime/outbox.ts';
import { afterInBrowser } from '../realtime/timers.ts';
import type { BoardStart } from '../stores/board-store.ts';
import { createBoardStore, dismissRefusal, enqueue } from '../stores/board-store.ts';
import { createConnectionStore } from '../stores/connection-store.ts';
import type { LiveBoard } from './board-context.ts';
import { createHubClock } from './hub-clock.ts';
import type { PageLock } from './page-lock.ts';

/** How often the connection's pulse is felt: a machine that slept is known by its next tick. */
const PULSE_MS = 1_000;

/** What a live page starts with; `now` is the server's time. */
export type LivePage = BoardStart & { now: Instant };

/** For pages without a live board: fetched once they are shown, as one file with what live pages need. */
export { watchUnread } from '../realtime/hub-socket.ts';

/** What the page around a live one gives it. */
type Around = { lock: PageLock; onUnread?: (unread: number | null) => void };

export type BoardEngine = {
  board: LiveBoard;
  /** Connects to the server until what it returns is called. Only in a browser. */
  start: () => () => void;
};

/** One live page: its stores, and what keeps them in step with the server once it is started. */
export function createBoardEngine(first: LivePage, { lock, onUnread }: Around): BoardEngine {
  const { now, correct } = createHubClock(first.now, () => performance.now());
  const store = createBoardStore(first);
  const connection = createConnectionStore(first.now);
  let viewed: string | null = null;
  const api = createBoardApi({
    fetchFrom: (...request) => fetch(...request),
    after: afterInBrowser,
    userId: first.me.id,
    onServerTime: correct,
  });
  let socket: HubSocket | null = null;
  let resume = () => {};

  const board: LiveBoard = {
    ...{ store, connection, api, now },
    newId,
    send: (command) => {
      store.setState((state) => enqueue(state, command, now()));
    },
    dismiss: (commandId) => {
      store.setState((state) => dismissRefusal(state, commandId));
    },
    view: (spellId, editing) => {
      viewed = spellId;
      socket?.view(spellId, editing);
    },
    resume: () => {
      resume();
    },
  };

  function start() {
    const { random } = Math;
    const hubSocket = createHubSocket({
      ...{ userId: first.me.id, after: afterInBrowser, random },
      wallMs: () => Date.now(),
    });
    socket = hubSocket;
    hubSocket.view(viewed);
    const onSignedOut = ({ message, isLocked }: SessionEnd) => {
      outbox.stop();
      if (isLocked === true) lock.setState({ isLocked });
      else connection.setState({ signedOut: message });
    };
    const wake = () => {
      hubSocket.reconnect();
      sync.wake();
      outbox.wake();
    };
    const shared = { store, api, after: afterInBrowser, random, onSignedOut };
    const watch = createConnectionWatch({
      store: connection,
      ...{ now, after: afterInBrowser, reconnect: wake },
    });
    const sync = createBoardSync({
      ...{ ...shared, connection, watch, socket: hubSocket },
      ...(onUnread && { onUnread }),
    });
    const outbox = createOutbox(shared);
    resume = () => {
      connection.setState({ signedOut: null });
      outbox.start();
      wake();
    };

    const stopLocking = lock.subscribe((is) => {
      if (is.isLocked) outbox.stop();
      else resume();
    });
    window.addEventListener('online', watch.networkBack);
    window.addEventListener('offline', watch.networkGone);
    // Nothing that waits out a failed attempt waits longer than it must.
    const stopWaking = connection.subscribe((is, was) => {
      if (is.state === 'live' && was.state !== 'live') outbox.wake();
    });
    document.addEventListener('visibilitychange', hubSocket.checkPulse);
    const pulse = setInterval(hubSocket.checkPulse, PULSE_MS);
    sync.start();
    outbox.start();
    return () => {
      clearInterval(pulse);
      stopWaking();
      stopLocking();
      document.removeEventListener('visibilitychange', hubSocket.checkPulse);
      window.removeEventListener('online', watch.networkBack);
      window.removeEventListener('offline', watch.networkGone);
      sync.stop();
      outbox.stop();
      watch.stop();
    };
  }

  return { board, start };
}
