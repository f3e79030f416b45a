import type { Actor, Audience } from '../../domain/actor.ts';
import { audienceKey } from '../../domain/audience.ts';
import type { ServerToClientEvents } from '../../domain/protocol.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol.ts';
import { createExecute } from '../../server/commands/execute-command.ts';
import { createBoardProjection } from '../../server/realtime/board-projection.ts';
import { createPublisher } from '../../server/realtime/publisher.ts';
import type { Clock, Cursor } from '../../server/services.ts';
import { sqliteStore } from '../../db/sqlite-store.ts';
import { broker } from '../factories/actor.ts';
import { clockAt } from '../factories/clock.ts';
import { emptyDatabase } from '../factories/running-hub.ts';

type Send = <Name extends keyof ServerToClientEvents>(
  name: Name,
  body: Parameters<ServerToClientEvents[Name]>[0],
) => void;

/** The real door, log, board in memory and publisher; only the sockets are the network's. */
export async function createServer(clock: Clock = clockAt()) {
  const db = emptyDatabase();
  const store = sqliteStore(db);
  const projection = await createBoardProjection(store, clock);
  const onFault = (fault: unknown) => {
    throw fault;
  };
  const publisher = createPublisher({ store, projection, onFault });
  const execute = createExecute({
    ...{ store, projection, publisher, clock },
    findActor: (id) => Promise.resolve([broker()].find((actor) => actor.id === id) ?? null),
  });
  const sockets = new Map<string, { audience: Audience; send: Send }>();

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
    db,
    clock,
    projection,
    execute,
    board: (actor: Actor, since: Cursor | null) =>
      structuredClone(projection.answer(actor, since ?? undefined)),
    join(audience: Audience, socket: string, send: Send) {
      sockets.set(socket, { audience, send });
      send('hello', {
        protocol: PROTOCOL_VERSION,
        epoch: projection.epoch,
        key: audienceKey(audience),
        seq: publisher.sentSeq(),
        asOfDay: clock.today(),
      });
    },
    leave(socket: string) {
      sockets.delete(socket);
    },
    /** Tells everybody what they should hold, as the server does from time to time. */
    tellHeads() {
      const seq = publisher.sentSeq();
      if (seq !== projection.seq()) return;
      for (const { audience, send } of sockets.values()) {
        send('head', { seq, digest: projection.digest(audience) });
      }
    },
    close: () => publisher.close(),
  };
}
export type TestServer = Awaited<ReturnType<typeof createServer>>;
