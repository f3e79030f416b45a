import { setTimeout as delay } from 'node:timers/promises';
import type { BoardAnswer } from '../../domain/protocol.ts';
import { digestOf } from '../../domain/protocol.ts';
import type { HubServer } from '../e2e/hub-server.ts';
import type { BenchBoard } from './bench-board.ts';
import { openBenchBoard } from './bench-board.ts';
import type { NoteWriter } from './note-writer.ts';
import { percentile } from './percentiles.ts';
import { printFigure, printLine } from './print-figure.ts';

const LOOK_MS = 20;
const CHANGE_EVERY_MS = 500;
const GIVEN_UP_MS = 60_000;

type Bench = { hub: HubServer; headers: Record<string, string>; writeNote: NoteWriter };

/**
 * The server is renewed while a whole trust has the board open and some go on working: how soon
 * every board is live again, and whether any had to load everything.
 */
export async function benchRestart(bench: Bench, clients: number): Promise<void> {
  const { hub, headers, writeNote } = bench;
  const response = await fetch(`${hub.origin}/api/board`, { headers });
  const userId = response.headers.get('hub-user') ?? '';
  const first = (await response.json()) as BoardAnswer; // our own server's
  const boards = Array.from({ length: clients }, () =>
    openBenchBoard({ origin: hub.origin, headers, userId, first }),
  );
  await until(() => boards.every(({ isLive }) => isLive()));

  const stoppedAt = performance.now();
  await hub.stop();
  await until(() => boards.every(({ isLive }) => !isLive()));
  await hub.start();
  const readyAt = performance.now();
  const backMs = boards.map(() => Number.NaN);
  let changes = 0;
  await until(async () => {
    const now = performance.now();
    boards.forEach(({ isLive }, index) => {
      if (Number.isNaN(backMs[index] ?? 0) && isLive()) backMs[index] = now - readyAt;
    });
    if (now - readyAt > changes * CHANGE_EVERY_MS) {
      await writeNote(changes);
      changes += 1;
    }
    return !backMs.some(Number.isNaN);
  });
  const after = (await (await fetch(`${hub.origin}/api/board`, { headers })).json()) as BoardAnswer; // as above
  const digest = digestOf(after.cards);
  const isWhole = ({ digestNow }: BenchBoard) => digestNow() === digest;
  await until(() => boards.every(isWhole));
  const resets = boards.reduce((sum, board) => sum + board.resets(), 0);
  for (const board of boards) board.close();

  printLine(`sync: ${clients} boards, the server renewed, ${changes} changes meanwhile`);
  const seconds = (ms: number) => ms / 1000;
  printFigure('ended and ready again', seconds(readyAt - stoppedAt), 's');
  printFigure('half of them live after that', seconds(percentile(backMs, 0.5)), 's');
  printFigure('all live after that', seconds(Math.max(...backMs)), 's', 10);
  printFigure('loaded everything again', resets, '', 0);
  printFigure('not what the server holds', boards.filter((board) => !isWhole(board)).length, '', 0);
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const givenUpAt = performance.now() + GIVEN_UP_MS;
  while (!(await holds())) {
    if (performance.now() > givenUpAt) throw new Error('The boards do not come back');
    await delay(LOOK_MS);
  }
}
