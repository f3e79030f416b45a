import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { createBoardApi } from '../../app/realtime/board-api.ts';
import { createBoardSync } from '../../app/realtime/board-sync.ts';
import { createConnectionWatch } from '../../app/realtime/connection-watch.ts';
import type { HubSocketListeners } from '../../app/realtime/hub-socket.ts';
import { createOutbox } from '../../app/realtime/outbox.ts';
import type { After } from '../../app/realtime/timers.ts';
import { afterInBrowser } from '../../app/realtime/timers.ts';
import { createBoardStore, enqueue } from '../../app/stores/board-store.ts';
import { createConnectionStore } from '../../app/stores/connection-store.ts';
import type { Random } from '../../db/seed/random.ts';
import type { Actor } from '../../domain/actor.ts';
import type {
  BoardAnswer,
  ClientToServerEvents,
  CommandAnswer,
  ServerToClientEvents,
} from '../../domain/protocol.ts';
import { digestOf } from '../../domain/protocol.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { HubProcess } from '../factories/hub-process.ts';

/** A browser waits half a second and more before it tries again; here everybody is in a hurry. */
const HURRY = 20;

type Where = {
  server: HubProcess;
  url: string;
  actor: Actor;
  random: Random;
  /** The server's. */
  headIntervalMs: number;
};
export type ProcessBoard = Awaited<ReturnType<typeof openProcessBoard>>;

/** One person's open board, with real requests and a real socket, by way of `url`. */
export async function openProcessBoard({ server, url, actor, random, headIntervalMs }: Where) {
  if (actor.role === 'timer' || actor.role === 'feed') throw new Error('Only people have a board');
  const headers = server.headersOf(actor.id);
  const first = (await (await fetch(`${server.url}/api/board`, { headers })).json()) as BoardAnswer; // our own server's
  const { epoch, key, lookups, asOfDay } = first;
  const now = () => new Date().toISOString();
  const me = { ...actor, role: actor.role, wardIds: [...actor.wardIds] };
  const start = { me, timeZone: 'Europe/London', epoch, key, lookups, asOfDay, cards: [] };
  const store = createBoardStore(start);
  const connection = createConnectionStore(now());
  const answers = new Map<string, CommandAnswer>();
  const given: SpellCommandInput[] = [];
  const after: After = (delayMs, run) => afterInBrowser(delayMs / HURRY, run);
  const draw = () => random.next();
  const onSignedOut = ({ message }: { message: string }) => {
    throw new Error(`${actor.name} was signed out: ${message}`);
  };
  const fetchFrom = (path: Parameters<typeof fetch>[0], init?: RequestInit) => {
    const all = new Headers(init?.headers);
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    return fetch(new URL(path instanceof Request ? path.url : path, url), {
      ...init,
      headers: all,
    });
  };
  const whole = createBoardApi({ fetchFrom, after: afterInBrowser, userId: actor.id });
  const api: typeof whole = {
    ...whole,
    async send(command) {
      const outcome = await whole.send(command);
      if (outcome.kind === 'answered') answers.set(command.id, outcome.answer);
      return outcome;
    },
  };
  const transports = random.chance(0.3) ? ['polling', 'websocket'] : ['websocket'];
  // Patient, as the machine may be busy.
  const socket = openSocket(url, headers, transports, headIntervalMs * 4);
  const watch = createConnectionWatch({
    ...{ store: connection, now, after: afterInBrowser },
    reconnect: socket.reconnect,
  });
  const shared = { store, api, after, random: draw, onSignedOut };
  const sync = createBoardSync({ ...shared, connection, watch, socket });
  const outbox = createOutbox(shared);
  sync.start();
  outbox.start();
  const close = () => {
    outbox.stop();
    sync.stop();
    watch.stop();
  };
  onTestFinished(close);

  return {
    actor,
    store,
    connection,
    answers,
    given,
    close,
    /** Live, with nothing unsaved, and holding what the server says it should. */
    isWhole: (cards: BoardAnswer['cards']) =>
      connection.getState().state === 'live' &&
      store.getState().pending.length === 0 &&
      digestOf(store.getState().confirmed.values()) === digestOf(cards),
    give(command: SpellCommandInput) {
      given.push(command);
      store.setState((state) => enqueue(state, command, now()));
    },
  };
}

function openSocket(
  url: string,
  extraHeaders: Record<string, string>,
  transports: string[],
  headIntervalMs: number,
) {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(url, {
    ...{ transports, extraHeaders, forceNew: true, autoConnect: false },
    // Sooner than a browser, but no less patient: a thousand that give up early never get in.
    ...{ reconnectionDelay: 20, reconnectionDelayMax: 2_000, timeout: 20_000 },
  });
  return {
    connect({ lost, hello, head, day, presence, ...others }: HubSocketListeners) {
      socket.on('hello', (told) => hello({ ...told, headIntervalMs }));
      socket.on('head', head);
      socket.on('day', day);
      socket.on('presence', presence);
      socket.on('board:changes', others['board:changes']);
      socket.on('session:ended', others['session:ended']);
      socket.on('closing', others.closing);
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
