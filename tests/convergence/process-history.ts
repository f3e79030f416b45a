import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { checkTables } from '../../db/check-tables.ts';
import { createRandom } from '../../db/seed/random.ts';
import type { Random } from '../../db/seed/random.ts';
import { verifyChain } from '../../db/verify-chain.ts';
import type { BoardAnswer } from '../../domain/protocol.ts';
import { hubManager } from '../factories/actor.ts';
import type { FaultProxy } from '../factories/fault-proxy.ts';
import { CALM, STORMY, startFaultProxy } from '../factories/fault-proxy.ts';
import type { HubProcess } from '../factories/hub-process.ts';
import { startHubProcess } from '../factories/hub-process.ts';
import { aPersonDetails, nhsNumberOf } from '../factories/person.ts';
import type { Given } from './ledger.ts';
import { proveLedger } from './ledger.ts';
import { PLACES, WARDS, somethingToDo } from './orders.ts';
import type { ProcessBoard } from './process-board.ts';
import { openProcessBoard } from './process-board.ts';
import { STAFF } from './staff.ts';

const STEPS = 160;
const STAYS = 8;
const HEAD_INTERVAL_MS = 250;
const SETTLED_WITHIN_MS = 90_000;

/**
 * Five boards with real requests and sockets, by way of a proxy that cuts, delays and repeats, to a
 * server that is frozen and killed; then the storm passes. Every board must equal the server, every
 * acknowledged change be there once, every refused one not at all, and the database be sound. The
 * seed makes the same people try the same things; how they fall together is the machine's.
 */
export async function proveProcessHistory(seed: string): Promise<void> {
  const random = createRandom(seed);
  const env = { HEAD_INTERVAL_MS: String(HEAD_INTERVAL_MS), PING_TIMEOUT_MS: '2000' };
  const server = await startHubProcess({ staff: STAFF, env });
  await admitPatients(server, random);
  const proxy = await startFaultProxy(server.port, random.fork('proxy'));
  const boards = await Promise.all(
    STAFF.map((actor) =>
      openProcessBoard({
        ...{ server, url: proxy.url, actor, headIntervalMs: HEAD_INTERVAL_MS },
        random: random.fork(actor.id),
      }),
    ),
  );
  await everybodyIsWhole(server, boards, proxy);
  proxy.blow(STORMY);
  for (let step = 0; step < STEPS; step += 1) {
    await takeStep({ server, proxy, boards, random, step });
    // How fast people act, no more: nothing is waited for here.
    await delay(random.int(0, 12));
  }
  server.thaw();
  proxy.blow(CALM);
  await everybodyIsWhole(server, boards, proxy);
  for (const { actor, store, connection } of boards) {
    const truth = await boardOf(server, actor.id);
    const held = store.getState();
    expect(new Map(held.confirmed)).toEqual(new Map(truth.cards.map((card) => [card.id, card])));
    expect(held.shown).toEqual(held.confirmed);
    expect(connection.getState().digestMismatches).toBe(0);
    expect(connection.getState().signedOut).toBeNull();
  }
  for (const board of boards) board.close();
  await server.end();
  proveDatabase(
    server.file,
    boards.flatMap(({ given, answers }) =>
      given.map((command) => ({ command, answer: answers.get(command.id) })),
    ),
  );
}

type Step = {
  server: HubProcess;
  proxy: FaultProxy;
  boards: readonly ProcessBoard[];
  random: Random;
  step: number;
};

async function takeStep({ server, proxy, boards, random, step }: Step): Promise<void> {
  // One of each kind in every history, whatever else chance brings.
  if (step === 100) await restart(server);
  else if (step === 40) server.freeze();
  else if (step === 60) server.thaw();
  else if (random.chance(0.02)) proxy.cutAll();
  else {
    const board = random.pick(boards);
    const { shown, asOfDay: today } = board.store.getState();
    const now = new Date().toISOString();
    const command = somethingToDo(
      { cards: [...shown.values()], today, now, given: board.given },
      random,
    );
    if (command !== null) board.give(command);
  }
}

async function restart(server: HubProcess): Promise<void> {
  await server.kill();
  await server.start();
}

/** Goes on when everybody is live and holds all there is, and nothing is still on its way. */
export async function everybodyIsWhole(
  server: HubProcess,
  boards: readonly ProcessBoard[],
  proxy: FaultProxy,
): Promise<void> {
  await expect
    .poll(
      async () => {
        const lagging: string[] = proxy.isEmpty() ? [] : ['something on its way'];
        for (const actor of STAFF) {
          const { cards } = await boardOf(server, actor.id);
          const theirs = boards.filter((board) => board.actor.id === actor.id);
          const behind = theirs.filter((board) => !board.isWhole(cards)).length;
          if (behind > 0) lagging.push(`${behind} of ${actor.name}`);
        }
        return lagging;
      },
      { timeout: SETTLED_WITHIN_MS },
    )
    .toEqual([]);
}

export async function boardOf(server: HubProcess, actorId: string): Promise<BoardAnswer> {
  const headers = server.headersOf(actorId);
  const response = await fetch(`${server.url}/api/board`, { headers });
  return (await response.json()) as BoardAnswer; // our own server's
}

export async function admitPatients(
  server: HubProcess,
  random: Random,
  stays = STAYS,
): Promise<void> {
  for (let number = 1; number <= stays; number += 1) {
    const response = await fetch(`${server.url}/api/commands`, {
      method: 'POST',
      headers: { ...server.headersOf(hubManager().id), 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ type: 'AdmitPatient', id: random.uuid(number), wardId: random.pick(WARDS) },
        person: aPersonDetails({
          nhsNumber: number % 2 === 0 ? null : nhsNumberOf(number),
          place: random.pick(PLACES),
        }),
        admittedAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
      }),
    });
    expect(response.status).toBe(200);
  }
}

/** The file is sound, the log whole, the tables what it says, and nothing lost, doubled or made up. */
export function proveDatabase(file: string, given: Iterable<Given>): void {
  const db = new Database(file, { readonly: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(verifyChain(db)).toMatchObject({ ok: true });
    expect(checkTables(db)).toEqual([]);
    proveLedger(db, given);
  } finally {
    db.close();
  }
}
