import type { Server as HttpServer } from 'node:http';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type { Socket } from 'socket.io';
import { Server } from 'socket.io';
import * as z from 'zod';
import type { Sessions } from '../accounts/sessions.ts';
import { audienceKey, isLiveFor, sightFacts } from '../../domain/audience.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '../../domain/protocol.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol.ts';
import { PLAN_PARTS } from '../../domain/spell/plan-parts.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { CalendarDay } from '../../domain/time.ts';
import type { HubConfig } from '../config.ts';
import type { Logger } from '../logger.ts';
import { describeFault } from '../logger.ts';
import type { Clock } from '../services.ts';
import type { BoardProjection } from './board-projection.ts';
import { createEventAllowance, guardedEvent } from './guarded-event.ts';
import { HandshakeRefused, admit, isOwnRequest } from './handshake.ts';
import { createPresenceBook } from './presence.ts';
import type { Broadcast, Publisher } from './publisher.ts';
import { createRooms } from './rooms.ts';
import type { SessionSockets } from './session-sockets.ts';
import { createSessionSockets } from './session-sockets.ts';

const MAX_MESSAGE_BYTES = 64 * 1024;
const CONNECT_WITHIN_MS = 10_000;
const REFUSED_CLOSE_MS = 1_000;
const SETTLE_TRIES = 40;
const SETTLE_MS = 5;

const presenceView = z.strictObject({
  spellId: z.uuid().nullable(),
  editing: z.enum(PLAN_PARTS).optional(),
});
const NOT_THERE = refuse('NOT_FOUND', 'This patient is not there, or is not yours to see.');

type SocketData = { session: Awaited<ReturnType<typeof admit>>; key: string };
// What is sent between several servers; there is one.
type NoEvents = Record<string, never>;
export type HubSocket = Socket<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;

export type Gateway = Pick<SessionSockets, 'endSession'> & {
  /** Tells every audience what it should hold, so that a browser notices if it does not. */
  sendHeads: () => Promise<void>;
  /** Closes the sockets of sessions that ended or changed elsewhere. */
  checkSessions: () => Promise<void>;
  /** Tells people, on their own sockets only, how many notices they have not read. */
  tellUnread: (userIds: Iterable<string>) => Promise<void>;
  dayBegan: (asOfDay: CalendarDay) => void;
  /** Tells everybody the names and the catalogue that hold from now on. */
  sendLookups: () => void;
  close: () => Promise<void>;
};

type Deps = {
  config: HubConfig;
  httpServer: HttpServer;
  logger: Logger;
  sessions: Sessions;
  projection: BoardProjection;
  publisher: Publisher;
  clock: Clock;
  /** How many notices somebody has not read. */
  unreadOf: (userId: string) => Promise<number>;
};

/** News by socket: each joins the room of what its person may see, and changes nothing but presence. */
export function createGateway(deps: Deps): Gateway {
  const { config, logger, sessions, projection, publisher, clock, unreadOf } = deps;
  const io = createServer(deps);
  const rooms = createRooms<HubSocket>();
  const presence = createPresenceBook();
  const bySession = createSessionSockets({ sessions, clock });

  io.use((socket, next) => {
    admit({ request: socket.request, auth: socket.handshake.auth }, sessions)
      .then((session) => {
        if (bySession.countOf(session.actor.id) >= config.socketsPerUser) {
          throw new HandshakeRefused('TOO_MANY', 'The hub is open in too many windows.');
        }
        socket.data = { session, key: audienceKey(session.actor) };
        next();
      })
      .catch((fault: unknown) => {
        if (!(fault instanceof HandshakeRefused)) onFault(fault);
        next(fault instanceof HandshakeRefused ? fault : unreachable());
        // Browsers close a refused connection themselves; what stays open is something else.
        setTimeout(() => {
          socket.conn.close();
        }, REFUSED_CLOSE_MS).unref();
      });
  });

  io.on('connection', (socket) => {
    const { session, key } = socket.data;
    const { actor } = session;
    const isWithin = createEventAllowance(config.socketEventsPerSecond);
    socket.use((_event, next) => {
      if (isWithin()) next();
      else socket.disconnect(true);
    });
    // A packet that cannot be read; Socket.IO closes such a connection itself.
    socket.on('error', onFault);
    socket.on('presence:view', guardedEvent({ shape: presenceView, onFault, handle: view }));
    socket.on('disconnect', () => {
      rooms.leave(key, socket);
      bySession.remove(socket);
      presence.leave(socket.id).forEach(tellPresence);
    });

    bySession.add(socket);
    void socket.join(personalRoom(actor.id));
    if (wantsBoard(socket)) {
      rooms.enter(actor, socket);
      void socket.join(key);
    }
    // After joining: what is sent from now on follows this seq without a gap.
    socket.emit('hello', {
      protocol: PROTOCOL_VERSION,
      epoch: projection.epoch,
      key,
      seq: publisher.sentSeq(),
      asOfDay: clock.today(),
      headIntervalMs: config.headIntervalMs,
      quietAfterMs: config.pingIntervalMs + config.pingTimeoutMs,
      lookups: projection.lookups().version,
    });
    void tellUnread([actor.id], socket);
    for (const spellId of wantsBoard(socket) ? presence.viewedSpells() : []) {
      if (isInSight(actor, spellId)) {
        socket.emit('presence', { spellId, viewers: presence.viewers(spellId, actor.role) });
      }
    }

    function view({ spellId, editing }: z.infer<typeof presenceView>): { ok: true } | Refusal {
      if (spellId !== null && !isInSight(actor, spellId)) return NOT_THERE;
      const viewed = spellId === null ? null : { spellId, editing };
      presence.view(socket.id, actor, viewed).forEach(tellPresence);
      return { ok: true };
    }
  });

  function isInSight(audience: Parameters<typeof isLiveFor>[0], spellId: string): boolean {
    const held = projection.get(spellId);
    return held !== undefined && isLiveFor(audience, sightFacts(held.spell));
  }

  async function tellUnread(userIds: Iterable<string>, only?: HubSocket): Promise<void> {
    for (const userId of userIds) {
      if (bySession.countOf(userId) === 0) continue;
      try {
        const unread = await unreadOf(userId);
        (only ?? io.to(personalRoom(userId))).emit('notices', { unread });
      } catch (fault) {
        // It is told with the next change, or the next page.
        onFault(fault);
      }
    }
  }

  function tellPresence(spellId: string): void {
    for (const { key, audience } of rooms.audiences()) {
      if (!isInSight(audience, spellId)) continue;
      const viewers = presence.viewers(spellId, audience.role);
      io.to(key).emit('presence', { spellId, viewers });
    }
  }

  function onFault(fault: unknown): void {
    logger.warn({ fault: describeFault(fault) }, 'socket fault');
  }

  /** True once everything that was taken in has been sent, so that seq and digest agree. */
  async function settles(): Promise<boolean> {
    for (let tries = 0; tries < SETTLE_TRIES; tries += 1) {
      if (projection.seq() === publisher.sentSeq()) return true;
      await delay(SETTLE_MS);
    }
    return false;
  }

  const broadcast: Broadcast = {
    audiences: () => rooms.audiences().map(({ audience }) => audience),
    changes: (audience, frame) => io.to(audienceKey(audience)).emit('board:changes', frame),
  };
  publisher.connect(broadcast);

  return {
    endSession: bySession.endSession,
    tellUnread,
    checkSessions: bySession.check,
    async sendHeads() {
      for (const { key, audience } of rooms.audiences()) {
        if (!(await settles())) return;
        const digest = projection.digest(audience);
        io.to(key).emit('head', { seq: publisher.sentSeq(), digest });
        // A digest reads the whole board; requests get their turn between two of them.
        await nextTurn();
      }
    },
    dayBegan: (asOfDay) => io.emit('day', { asOfDay }),
    sendLookups: () => io.emit('lookups', projection.lookups()),
    close: () => {
      io.emit('closing');
      return io.close();
    },
  };
}

/** Security: no audience key begins like this, so that nobody's own news reaches a whole audience. */
function personalRoom(userId: string): string {
  return `person ${userId}`;
}

/** A page without the board on it asks for its person's own news alone. */
function wantsBoard({ handshake }: HubSocket): boolean {
  return handshake.auth.only !== 'notices';
}

function createServer({ config, httpServer }: Deps) {
  const { publicOrigin, pingIntervalMs, pingTimeoutMs } = config;
  return new Server<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>(httpServer, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    connectTimeout: CONNECT_WITHIN_MS,
    pingInterval: pingIntervalMs,
    pingTimeout: pingTimeoutMs,
    allowRequest: (request, answer) => {
      const isOwn = isOwnRequest(request, publicOrigin);
      answer(isOwn ? null : 'This does not come from the Discharge Hub.', isOwn);
    },
  });
}

function unreachable(): HandshakeRefused {
  return new HandshakeRefused('UNAVAILABLE', 'The hub cannot reach its records. Try again soon.');
}
