import Database from 'better-sqlite3';
import { configureConnection } from '../../db/open-database.ts';
import { sqliteStore } from '../../db/sqlite-store.ts';
import type { Store } from '../../db/store.ts';
import type { Actor, Audience } from '../../domain/actor.ts';
import { audienceKey } from '../../domain/audience.ts';
import type { CommandAnswer, ServerToClientEvents } from '../../domain/protocol.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol.ts';
import { createExecute } from '../../server/commands/execute-command.ts';
import { leaveBoard } from '../../server/jobs/leave-board.ts';
import { createBoardProjection } from '../../server/realtime/board-projection.ts';
import { createPublisher } from '../../server/realtime/publisher.ts';
import type { Clock, Cursor } from '../../server/services.ts';
import { emptyDatabase } from '../factories/running-hub.ts';

type Send = <Name extends keyof ServerToClientEvents>(
  name: Name,
  body: Parameters<ServerToClientEvents[Name]>[0],
) => void;

type OpenSocket = { actorId: string; audience: Audience; send: Send; closed: () => void };

/** The real door, log, board in memory and publisher; only the sockets are the network's. */
export async function createServer(clock: Clock, staff: readonly Actor[]) {
  const accounts = new Map(staff.map((actor) => [actor.id, actor]));
  const moved = new Set<string>();
  let db = emptyDatabase();
  let process = await startProcess(db, clock, accounts);
  let knownDay = clock.today();
  let crashes: (() => void)[] = [];

  const actorOf = (id: string): Actor => {
    const actor = accounts.get(id);
    if (actor === undefined) throw new Error(`Nobody is called ${id}`);
    return actor;
  };

  return {
    db: () => db,
    clock,
    actorOf,
    execute: (actorId: string, body: unknown): Promise<CommandAnswer> =>
      process.execute(actorOf(actorId), body),
    board: (actorId: string, since: Cursor | null) =>
      structuredClone(process.projection.answer(actorOf(actorId), since ?? undefined)),
    lookups: () => process.projection.lookups(),
    epoch: () => process.projection.epoch,
    cardsOf: (actorId: string) => process.projection.cards(actorOf(actorId)),

    join(actorId: string, socket: string, send: Send, closed: () => void) {
      process.join(socket, { actorId, audience: actorOf(actorId), send, closed });
    },
    leave(socket: string) {
      process.sockets.delete(socket);
    },
    /** Who waits for an answer hears when there will be none. */
    onCrash(lose: () => void) {
      crashes.push(lose);
    },

    /** Tells everybody what they should hold, as the server does from time to time. */
    tellHeads() {
      const { publisher, projection, sockets } = process;
      const seq = publisher.sentSeq();
      if (seq !== projection.seq()) return;
      for (const { audience, send } of sockets.values()) {
        send('head', { seq, digest: projection.digest(audience) });
      }
    },
    /** What the server's timers do: a new day, people who left a day ago, sessions looked at. */
    async runTimers() {
      const { projection, execute, sockets } = process;
      const asOfDay = clock.today();
      if (asOfDay !== knownDay) {
        for (const { send } of sockets.values()) send('day', { asOfDay });
      }
      knownDay = asOfDay;
      await leaveBoard({ projection, execute, clock });
      for (const { actorId, audience, closed } of [...sockets.values()]) {
        if (audienceKey(actorOf(actorId)) !== audienceKey(audience)) closed();
      }
    },
    /** An administrator gives somebody other wards, or another council. */
    changeScope(actorId: string, scope: Partial<Pick<Actor, 'wardIds' | 'place'>>) {
      moved.add(actorId);
      accounts.set(actorId, { ...actorOf(actorId), ...scope });
    },

    hasMoved: (actorId: string) => moved.has(actorId),

    /**
     * The process is killed, with what it had not sent yet, and another starts on the same file,
     * or on an earlier copy of it.
     */
    async restart({ newEpoch, backup }: { newEpoch?: string; backup?: Buffer } = {}) {
      const ended = process;
      ended.kill();
      for (const lose of crashes) lose();
      crashes = [];
      for (const { closed } of [...ended.sockets.values()]) closed();
      if (backup !== undefined) {
        db.close();
        db = new Database(backup);
        configureConnection(db);
      }
      if (newEpoch !== undefined) {
        db.prepare("UPDATE settings SET value = ? WHERE key = 'epoch'").run(newEpoch);
      }
      knownDay = clock.today();
      process = await startProcess(db, clock, accounts);
    },
    backUp: () => db.serialize(),
    close: () => process.publisher.close(),
  };
}
export type TestServer = Awaited<ReturnType<typeof createServer>>;

async function startProcess(
  db: Database.Database,
  clock: Clock,
  accounts: ReadonlyMap<string, Actor>,
) {
  const { store, kill } = mortal(sqliteStore(db));
  const projection = await createBoardProjection(store, clock);
  const onFault = (fault: unknown) => {
    throw fault;
  };
  const publisher = createPublisher({ store, projection, onFault });
  const findActor = (id: string) => Promise.resolve(accounts.get(id) ?? null);
  const execute = createExecute({ store, projection, publisher, clock, findActor });
  const sockets = new Map<string, OpenSocket>();
  publisher.connect({
    audiences: () =>
      new Map(
        [...sockets.values()].map(({ audience }) => [audienceKey(audience), audience]),
      ).values(),
    changes: (audience, frame) => {
      for (const socket of sockets.values()) {
        if (audienceKey(socket.audience) === audienceKey(audience)) {
          socket.send('board:changes', frame);
        }
      }
    },
  });
  return {
    projection,
    publisher,
    execute,
    sockets,
    kill,
    join(name: string, socket: OpenSocket) {
      sockets.set(name, socket);
      socket.send('hello', {
        protocol: PROTOCOL_VERSION,
        epoch: projection.epoch,
        key: audienceKey(socket.audience),
        seq: publisher.sentSeq(),
        asOfDay: clock.today(),
      });
    },
  };
}

/** A storage that answers nobody any more once its process has been killed. */
function mortal(whole: Store): { store: Store; kill: () => void } {
  let isDead = false;
  const never = () => new Promise<never>(() => {});
  const store = new Proxy(whole, {
    get: (target, name): unknown => (isDead ? never : Reflect.get(target, name)),
  });
  return {
    store,
    kill: () => {
      isDead = true;
    },
  };
}
