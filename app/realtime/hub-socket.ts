import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type {
  ClientToServerEvents,
  PresenceView,
  SessionEnd,
  ServerToClientEvents,
} from '../../domain/protocol.ts';
import type { PlanPart } from '../../domain/spell/plan-parts.ts';
import type { After } from './timers.ts';
import { backoffMs } from './timers.ts';

export type HubSocketListeners = ServerToClientEvents & {
  /** The connection went, or could not be made. */
  lost: () => void;
  /** The server knows nobody here any more. */
  notSignedIn: (why: SessionEnd) => void;
};

/** What the board's sync needs of a socket; tests give it another. */
export type HubSocket = {
  connect: (listeners: HubSocketListeners) => void;
  /** Gives up a connection that has gone quiet and makes another. */
  reconnect: () => void;
  /** Reconnects if nothing was heard for longer than a living connection is ever silent. */
  checkPulse: () => void;
  /** Says whose plan is open, and where in it something is being written; said again after every reconnection. */
  view: (spellId: string | null, editing?: PlanPart | null) => void;
  close: () => void;
};

/**
 * First after a second or so, and spread widely: when the server is renewed, a whole trust's
 * browsers come back, and not all in the same moment.
 */
export const COMING_BACK = {
  reconnectionDelay: 1_500,
  reconnectionDelayMax: 5_000,
  randomizationFactor: 0.8,
  timeout: 8_000,
};

/** For a server that does not say how long it may be silent. */
const QUIET_AFTER_MS = 10_000;

/** From field to field and from plan to plan: only where somebody stays is told. */
const TELL_AFTER_MS = 250;

type Deps = {
  /** Whose page this is: the connection is not to be made as anybody else. */
  userId: string;
  after: After;
  random: () => number;
  /** The machine's clock, which also goes on while the machine sleeps. */
  wallMs: () => number;
};

/** A connection to where the page came from. News only: it changes nothing but presence. */
export function createHubSocket({ userId, after, random, wallMs }: Deps): HubSocket {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
    ...COMING_BACK,
    autoConnect: false,
    auth: { userId },
  });
  let viewed: PresenceView = { spellId: null };
  let cancelTelling: (() => void) | null = null;
  let refusals = 0;
  let heardMs = 0;
  let quietAfterMs = QUIET_AFTER_MS;
  let cancelRetry = () => {};
  const pulse = () => {
    heardMs = wallMs();
  };

  // The library tries again by itself, except after the server has said no.
  const retryIfRefused = () => {
    if (socket.active) return;
    cancelRetry();
    cancelRetry = after(backoffMs(refusals, random), () => socket.connect());
    refusals += 1;
  };
  const reconnect = () => {
    if (!socket.hasListeners('hello')) return;
    cancelRetry();
    socket.disconnect().connect();
  };

  return {
    connect({ lost, notSignedIn, ...listeners }) {
      socket.on('hello', (hello) => {
        refusals = 0;
        quietAfterMs = hello.quietAfterMs ?? QUIET_AFTER_MS;
        listeners.hello(hello);
        if (viewed.spellId !== null) socket.emit('presence:view', viewed);
      });
      socket.on('board:changes', listeners['board:changes']);
      socket.on('head', listeners.head);
      socket.on('day', listeners.day);
      socket.on('lookups', listeners.lookups);
      socket.on('presence', listeners.presence);
      socket.on('notices', listeners.notices);
      socket.on('closing', listeners.closing);
      socket.on('session:ended', listeners['session:ended']);
      socket.on('connect', pulse);
      socket.onAny(pulse);
      socket.io.on('ping', pulse);
      socket.on('disconnect', () => {
        lost();
        retryIfRefused();
      });
      socket.on('connect_error', (error) => {
        lost();
        const why = endOfSession(error);
        if (why === null) retryIfRefused();
        else notSignedIn(why);
      });
      socket.connect();
    },
    reconnect,
    checkPulse() {
      if (socket.connected && wallMs() - heardMs > quietAfterMs) reconnect();
    },
    view(spellId, editing) {
      viewed = { spellId, ...(editing && { editing }) };
      cancelTelling ??= after(TELL_AFTER_MS, () => {
        cancelTelling = null;
        if (socket.connected) socket.emit('presence:view', viewed);
      });
    },
    close() {
      cancelRetry();
      cancelTelling?.();
      cancelTelling = null;
      socket.io.off('ping', pulse);
      socket.removeAllListeners();
      socket.offAny();
      socket.disconnect();
    },
  };
}

/**
 * Hears how many notices somebody has not read, on a page without a live board, which hears it by
 * its own connection. Answers how to end it; null while nothing is heard.
 */
export function watchUnread(
  userId: string,
  heard: (unread: number | null) => void,
  onSessionEnd: (why: SessionEnd) => void,
): () => void {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
    ...COMING_BACK,
    auth: { userId, only: 'notices' },
  });
  socket.on('notices', ({ unread }) => {
    heard(unread);
  });
  socket.on('session:ended', onSessionEnd);
  socket.on('connect_error', (error) => {
    const why = endOfSession(error);
    if (why !== null) onSessionEnd(why);
  });
  socket.on('disconnect', () => {
    heard(null);
  });
  return () => {
    socket.removeAllListeners();
    socket.disconnect();
    heard(null);
  };
}

/** Null where the server has refused the socket for another reason, or was not there. */
function endOfSession(error: Error): SessionEnd | null {
  const code = codeOf(error);
  if (code !== 'NOT_SIGNED_IN' && code !== 'LOCKED') return null;
  return { message: error.message, isLocked: code === 'LOCKED' };
}

/** The code of a refusal by the hub itself; the library's own errors have none. */
function codeOf(error: Error & { data?: unknown }): unknown {
  const { data } = error;
  return typeof data === 'object' && data !== null && 'code' in data ? data.code : null;
}
