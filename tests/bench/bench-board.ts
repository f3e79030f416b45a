import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { BoardApi } from '../../app/realtime/board-api.ts';
import { createBoardApi } from '../../app/realtime/board-api.ts';
import { createBoardSync } from '../../app/realtime/board-sync.ts';
import { createConnectionWatch } from '../../app/realtime/connection-watch.ts';
import type { HubSocketListeners } from '../../app/realtime/hub-socket.ts';
import { COMING_BACK } from '../../app/realtime/hub-socket.ts';
import { afterInBrowser as after } from '../../app/realtime/timers.ts';
import { createBoardStore } from '../../app/stores/board-store.ts';
import { createConnectionStore } from '../../app/stores/connection-store.ts';
import type {
  BoardAnswer,
  ClientToServerEvents,
  ServerToClientEvents,
} from '../../domain/protocol.ts';
import { digestOf } from '../../domain/protocol.ts';
import { oneReadingParser } from './one-reading-parser.ts';

/** A browser's open board: its real stores, sync and patience, without a screen. */
export type BenchBoard = {
  isLive(): boolean;
  digestNow(): string;
  /** How often it had to load everything again. */
  resets(): number;
  close(): void;
};

type Opening = {
  origin: string;
  headers: Record<string, string>;
  userId: string;
  /** The snapshot that all of them start from, so that one process can hold hundreds. */
  first: BoardAnswer;
};

export function openBenchBoard({ origin, headers, userId, first }: Opening): BenchBoard {
  const { epoch, key, lookups, asOfDay } = first;
  const person = { id: userId, name: '', organisation: '', role: 'hub', isTeamLead: true } as const;
  const me = { ...person, wardIds: [], place: null };
  const start = { me, timeZone: 'Europe/London', epoch, key, lookups, asOfDay, cards: [] };
  const store = createBoardStore(start);
  const now = () => new Date().toISOString();
  const connection = createConnectionStore(now());
  let [hasBegun, resets] = [false, 0];

  const server = createBoardApi({ fetchFrom: fetchWith(origin, headers), after, userId });
  const api: Pick<BoardApi, 'board'> = {
    async board(since, isMismatch) {
      if (!hasBegun) {
        hasBegun = true;
        return { kind: 'answered', answer: first };
      }
      const outcome = await server.board(since, isMismatch);
      if (outcome.kind === 'answered' && outcome.answer.reset) resets += 1;
      return outcome;
    },
  };
  const socket = openSocket(origin, headers, userId);
  const watch = createConnectionWatch({
    ...{ store: connection, now, after },
    reconnect: socket.reconnect,
  });
  const sync = createBoardSync({
    ...{ store, connection, watch, api, socket, after },
    random: Math.random,
    onSignedOut: ({ message }) => {
      throw new Error(`A board was signed out: ${message}`);
    },
  });
  sync.start();

  return {
    isLive: () => connection.getState().state === 'live',
    digestNow: () => digestOf(store.getState().confirmed.values()),
    resets: () => resets,
    close: () => {
      sync.stop();
      watch.stop();
    },
  };
}

function fetchWith(origin: string, headers: Record<string, string>): typeof fetch {
  return (path, init) => {
    const all = new Headers(init?.headers);
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    return fetch(new URL(path instanceof Request ? path.url : path, origin), {
      ...init,
      headers: all,
    });
  };
}

function openSocket(origin: string, extraHeaders: Record<string, string>, userId: string) {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(origin, {
    ...{ ...COMING_BACK, forceNew: true, autoConnect: false },
    ...{ extraHeaders, auth: { userId }, parser: oneReadingParser },
  });
  return {
    connect({ lost, hello, head, day, presence, closing, ...others }: HubSocketListeners) {
      socket.on('hello', hello);
      socket.on('head', head);
      socket.on('day', day);
      socket.on('presence', presence);
      socket.on('closing', closing);
      socket.on('board:changes', others['board:changes']);
      socket.on('session:ended', others['session:ended']);
      socket.on('disconnect', () => {
        lost();
        if (!socket.active) socket.connect();
      });
      socket.on('connect_error', lost);
      socket.connect();
    },
    reconnect: () => {
      socket.disconnect().connect();
    },
    close: () => {
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}
