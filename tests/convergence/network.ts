import type { Random } from '../../db/seed/random.ts';

/** Lets everything that waits for an answer, or for the end of the turn, go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/**
 * A network without time: what is sent waits in lanes, each in order, and goes on when a test says
 * so, from whichever lane chance picks.
 */
export function createNetwork(random: Random) {
  const lanes = new Map<string, (() => void)[]>();
  return {
    send(lane: string, deliver: () => void) {
      lanes.set(lane, [...(lanes.get(lane) ?? []), deliver]);
    },
    cut(lane: string) {
      lanes.delete(lane);
    },
    /** Delivers one thing; false when nothing is on its way. */
    step(): boolean {
      const names = [...lanes.keys()];
      if (names.length === 0) return false;
      const name = random.pick(names);
      const [first, ...rest] = lanes.get(name) ?? [];
      if (rest.length === 0) lanes.delete(name);
      else lanes.set(name, rest);
      first?.();
      return true;
    },
  };
}
export type Network = ReturnType<typeof createNetwork>;
