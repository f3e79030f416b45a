import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { BoardChanges } from '../../domain/protocol.ts';
import type { Usage } from './measured-process.ts';
import { usageSinceLast } from './measured-process.ts';
import { oneReadingParser } from './one-reading-parser.ts';

export type FanOut = {
  acknowledgedMs: number[];
  /** From the request to each socket. */
  arrivedMs: number[];
  expected: number;
  /** From the first change to the last acknowledgement. */
  tookMs: number;
  usage: Usage;
};

type Server = { url: string; headers: Record<string, string>; process: ChildProcess };
export type Load = { clients: number; perSecond: number; seconds: number };
/** Makes one change and answers its seq. */
export type Change = (index: number) => Promise<number>;

type Arrivals = Map<number, number[]>;

const OPENED_AT_ONCE = 50;
const WARM_UP_CHANGES = 50;

/** Opens many sockets, makes changes at a steady rate, and times each change at each socket. */
export async function measureFanOut(server: Server, load: Load, change: Change): Promise<FanOut> {
  const arrivals: Arrivals = new Map();
  const sockets = await openSockets(server, load.clients, arrivals);
  await warmUp(change);
  await lastOnesArrive(arrivals, WARM_UP_CHANGES * load.clients);
  arrivals.clear();
  await usageSinceLast(server.process);
  const sentAt = new Map<number, number>();
  const acknowledgedMs: number[] = [];
  const total = load.perSecond * load.seconds;
  const startedAt = performance.now();
  const changes = Array.from({ length: total }, async (_, index) => {
    await delay(startedAt + (index * 1000) / load.perSecond - performance.now());
    const at = performance.now();
    const seq = await change(index);
    acknowledgedMs.push(performance.now() - at);
    sentAt.set(seq, at);
  });
  await Promise.all(changes);
  const tookMs = performance.now() - startedAt;
  const usage = await usageSinceLast(server.process);
  await lastOnesArrive(arrivals, total * load.clients);
  for (const socket of sockets) socket.disconnect();
  const arrivedMs = [...sentAt].flatMap(([seq, at]) =>
    (arrivals.get(seq) ?? []).map((arrivedAt) => arrivedAt - at),
  );
  return { acknowledgedMs, arrivedMs, expected: total * load.clients, tookMs, usage };
}

/** A process that has just begun is slower than one that serves a hospital. */
async function warmUp(change: Change): Promise<void> {
  for (let index = 0; index < WARM_UP_CHANGES; index += 1) await change(index);
}

async function openSockets(server: Server, count: number, arrivals: Arrivals): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const length = Math.min(OPENED_AT_ONCE, count - sockets.length);
    sockets.push(
      ...(await Promise.all(Array.from({ length }, () => openSocket(server, arrivals)))),
    );
  }
  return sockets;
}

function openSocket({ url, headers }: Server, arrivals: Arrivals): Promise<Socket> {
  const socket = io(url, {
    ...{ transports: ['websocket'], forceNew: true, parser: oneReadingParser },
    extraHeaders: headers,
  });
  socket.on('board:changes', ({ cards }: BoardChanges) => {
    const now = performance.now();
    for (const { seq } of cards) {
      const times = arrivals.get(seq);
      if (times === undefined) arrivals.set(seq, [now]);
      else times.push(now);
    }
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => {
      resolve(socket);
    });
    socket.once('connect_error', reject);
  });
}

/** Ends when everything arrived, or nothing more has for a second. */
async function lastOnesArrive(arrivals: Arrivals, expected: number): Promise<void> {
  const count = () => [...arrivals.values()].reduce((sum, { length }) => sum + length, 0);
  for (let before = -1; count() < expected && count() !== before;) {
    before = count();
    await delay(1000);
  }
}
