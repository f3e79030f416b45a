import type { ServerResponse } from 'node:http';

/** The answers that are being written. */
export type InFlight = {
  add(res: ServerResponse): void;
  /** Resolves once there is none. */
  settled(): Promise<void>;
};

export function createInFlight(): InFlight {
  const open = new Set<ServerResponse>();
  let whenEmpty: (() => void)[] = [];
  return {
    add(res) {
      open.add(res);
      res.on('close', () => {
        open.delete(res);
        if (open.size > 0) return;
        for (const resolve of whenEmpty) resolve();
        whenEmpty = [];
      });
    },
    settled: () =>
      open.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            whenEmpty.push(resolve);
          }),
  };
}
