import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { BoardChanges } from '../../domain/protocol.ts';

export type FanOut = { acknowledged: number[]; arrived: number[]; expected: number };

type Plan = {
  url: string;
  clients: number;
  headers: Record<string, string>;
  perSecond: number;
  seconds: number;
  /** Makes one change and answers its seq. */
  change: (index: number) => Promise<number>;
};

/** Opens many sockets, makes changes at a steady rate, and times each change at each socket. */
export async function measureFanOut(plan: Plan): Promise<FanOut> {
  const arrivals = new Map<number, number[]>();
  const sockets: Socket[] = [];
  for (let count = 0; count < plan.clients; count += 50) {
    const batch = Array.from({ length: Math.min(50, plan.clients - count) }, () =>
      opened(plan, arrivals),
    );
    sockets.push(...(await Promise.all(batch)));
  }
  const acknowledged: number[] = [];
  const sentAt = new Map<number, number>();
  const total = plan.perSecond * plan.seconds;
  const started = performance.now();
  const changes = Array.from({ length: total }, async (_, index) => {
    const due = started + (index * 1000) / plan.perSecond;
    await new Promise((resolve) => {
      setTimeout(resolve, due - performance.now());
    });
    const at = performance.now();
    const seq = await plan.change(index);
    acknowledged.push(performance.now() - at);
    sentAt.set(seq, at);
  });
  await Promise.all(changes);
  await lastOnesArrive(arrivals, sentAt, plan.clients);
  for (const socket of sockets) socket.disconnect();
  const arrived = [...sentAt].flatMap(([seq, at]) => (arrivals.get(seq) ?? []).map((t) => t - at));
  return { acknowledged, arrived, expected: total * plan.clients };
}

function opened({ url, headers }: Plan, arrivals: Map<number, number[]>): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], extraHeaders: headers, forceNew: true });
  socket.on('board:changes', (frame: BoardChanges) => {
    const now = performance.now();
    for (const { seq } of frame.cards) arrivals.set(seq, [...(arrivals.get(seq) ?? []), now]);
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => {
      resolve(socket);
    });
    socket.once('connect_error', reject);
  });
}

/** Ends when everything arrived, or nothing more has for a second. */
async function lastOnesArrive(
  arrivals: Map<number, number[]>,
  sentAt: Map<number, number>,
  clients: number,
): Promise<void> {
  const count = () => [...sentAt.keys()].reduce((sum, seq) => sum + (arrivals.get(seq)?.length ?? 0), 0); // prettier-ignore
  for (let before = -1; count() < sentAt.size * clients && count() !== before;) {
    before = count();
    await new Promise((resolve) => {
      setTimeout(resolve, 1000);
    });
  }
}
