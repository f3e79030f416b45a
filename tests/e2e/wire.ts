import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** What stands between a browser and the hub: it can fall silent without hanging up. */
export type Wire = {
  /** Nothing passes any more, and nobody is told: what a lost radio link or a dead router does. */
  fallSilent(): void;
  /** Passes again, for connections made from now on. */
  carry(): void;
  close(): Promise<void>;
};

export async function openWire(port: number, hubPort: number): Promise<Wire> {
  const open = new Set<Socket>();
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(hubPort, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      // Once silent a connection stays so: what it lost would be missing in the middle.
      let isDead = isSilent;
      from.on('data', (piece) => {
        isDead ||= isSilent;
        if (!isDead) to.write(piece);
      });
      from.on('error', () => {});
      from.on('close', () => {
        open.delete(from);
        if (!isDead) to.destroy();
      });
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    fallSilent: () => (isSilent = true),
    carry: () => (isSilent = false),
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
