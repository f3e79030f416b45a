import { expect } from 'vitest';
import { createRandom } from '../../db/seed/random.ts';
import { hubManager } from '../factories/actor.ts';
import { startFaultProxy } from '../factories/fault-proxy.ts';
import { startHubProcess } from '../factories/hub-process.ts';
import { somethingToDo } from './orders.ts';
import type { ProcessBoard } from './process-board.ts';
import { openProcessBoard } from './process-board.ts';
import { admitPatients, everybodyIsWhole, proveDatabase } from './process-history.ts';
import { STAFF } from './staff.ts';

const STAYS = 30;
const CHANGES = 60;
const OPENED_AT_ONCE = 50;
const HEAD_INTERVAL_MS = 2_000;

/**
 * Many boards lose their connection in one moment, and in the next one again, as when a switch in
 * a hospital goes; meanwhile work goes on. Every one of them holds in the end what it should.
 */
export async function proveReconnectStorm(seed: string, clients: number): Promise<void> {
  const random = createRandom(seed);
  const env = { HEAD_INTERVAL_MS: String(HEAD_INTERVAL_MS), SOCKETS_PER_USER: '10000' };
  const server = await startHubProcess({ staff: STAFF, env });
  await admitPatients(server, random, STAYS);
  const proxy = await startFaultProxy(server.port, random.fork('proxy'));
  const boards: ProcessBoard[] = [];
  while (boards.length < clients) {
    const batch = Array.from(
      { length: Math.min(OPENED_AT_ONCE, clients - boards.length) },
      (_, index) =>
        openProcessBoard({
          ...{ server, url: proxy.url, headIntervalMs: HEAD_INTERVAL_MS },
          actor: STAFF[index % STAFF.length] ?? hubManager(),
          random: random.fork(`board ${boards.length + index}`),
        }),
    );
    boards.push(...(await Promise.all(batch)));
  }
  await everybodyIsWhole(server, boards, proxy);

  // They work on the far side of what has failed, and nobody waits for the others to be back.
  const workers = await Promise.all(
    STAFF.map((actor) =>
      openProcessBoard({
        ...{ server, url: server.url, actor, headIntervalMs: HEAD_INTERVAL_MS },
        random: random.fork(`at work: ${actor.id}`),
      }),
    ),
  );
  await everybodyIsWhole(server, workers, proxy);
  const startedAt = performance.now();
  for (let change = 0; change < CHANGES; change += 1) {
    if (change === 10 || change === 40) proxy.cutAll();
    const board = random.pick(workers);
    const { shown, asOfDay: today } = board.store.getState();
    const now = new Date().toISOString();
    const command = somethingToDo(
      { cards: [...shown.values()], today, now, given: board.given },
      random,
    );
    if (command === null) continue;
    board.give(command);
    await expect.poll(() => board.answers.has(command.id), { timeout: 30_000, interval: 5 }).toBe(true); // prettier-ignore
  }
  await everybodyIsWhole(server, [...boards, ...workers], proxy);
  const tookMs = Math.round(performance.now() - startedAt);
  process.stdout.write(`${seed}: ${clients} boards cut off twice, all whole after ${tookMs} ms\n`);
  const mismatches = boards.map(({ connection }) => connection.getState().digestMismatches);
  expect(mismatches.filter((count) => count > 0)).toEqual([]);
  for (const board of [...boards, ...workers]) board.close();
  await server.end();
  proveDatabase(
    server.file,
    workers.flatMap(({ given, answers }) =>
      given.map((command) => ({ command, answer: answers.get(command.id) })),
    ),
  );
}
