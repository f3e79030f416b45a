import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Random } from '../../db/seed/random.ts';

/** How often things go wrong: with a new connection, and with each piece that passes. */
export type Faults = {
  refused: number;
  /** Cut before the piece, or in the middle of it. */
  cut: number;
  delayed: number;
  /** A change that is sent is sent a second time, later and on its own. */
  repeated: number;
};
export const CALM: Faults = { refused: 0, cut: 0, delayed: 0, repeated: 0 };
export const STORMY: Faults = { refused: 0.1, cut: 0.04, delayed: 0.2, repeated: 0.2 };

const LONGEST_DELAY_MS = 60;

export type FaultProxy = Awaited<ReturnType<typeof startFaultProxy>>;

/** Stands between clients and a server, and loses, delays, repeats and cuts what passes. */
export async function startFaultProxy(targetPort: number, random: Random) {
  let faults = CALM;
  const open = new Set<Socket>();
  let underWay = 0;

  const server = createServer((near) => {
    open.add(near);
    near.on('close', () => open.delete(near));
    near.on('error', () => {});
    if (random.chance(faults.refused)) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(targetPort, '127.0.0.1');
    far.on('error', () => near.resetAndDestroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.on('data', (piece: Buffer) => {
      if (isChange(piece) && random.chance(faults.repeated)) repeatLater(piece);
    });
    pass(near, far);
    pass(far, near);
  });

  function pass(from: Socket, to: Socket): void {
    from.on('data', (piece: Buffer) => {
      if (random.chance(faults.cut)) {
        if (random.chance(0.5)) to.write(piece.subarray(0, random.int(0, piece.length)));
        setImmediate(() => {
          to.resetAndDestroy();
          from.resetAndDestroy();
        });
      } else if (random.chance(faults.delayed)) {
        // What follows waits too: TCP keeps the order of one connection, and of no two.
        from.pause();
        later(() => {
          to.write(piece);
          from.resume();
        });
      } else to.write(piece);
    });
  }

  function repeatLater(request: Buffer): void {
    later(() => {
      underWay += 1;
      const again = connect(targetPort, '127.0.0.1', () => again.end(request));
      again.on('error', () => {});
      again.on('data', () => {});
      again.on('close', () => (underWay -= 1));
    });
  }

  function later(run: () => void): void {
    underWay += 1;
    setTimeout(
      () => {
        underWay -= 1;
        run();
      },
      random.int(1, LONGEST_DELAY_MS),
    );
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a server on a port has such an address
  const cutAll = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  onTestFinished(() => {
    cutAll();
    server.close();
  });
  return {
    url: `http://localhost:${port}`,
    blow: (next: Faults) => {
      faults = next;
    },
    cutAll,
    /** True when nothing that was held back is still to come. */
    isEmpty: () => underWay === 0,
  };
}

function isChange(piece: Buffer): boolean {
  return piece.subarray(0, 18).toString() === 'POST /api/commands';
}
