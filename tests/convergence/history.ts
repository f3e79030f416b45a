import { expect } from 'vitest';
import { createRandom } from '../../db/seed/random.ts';
import type { Random } from '../../db/seed/random.ts';
import { verifyChain } from '../../db/verify-chain.ts';
import type { Actor } from '../../domain/actor.ts';
import { audienceKey } from '../../domain/audience.ts';
import { hubManager, wardCoordinator } from '../factories/actor.ts';
import { NOW, movingClock } from '../factories/clock.ts';
import { aPersonDetails, nhsNumberOf } from '../factories/person.ts';
import type { TestBoard } from './client.ts';
import { createClient } from './client.ts';
import { proveLedger } from './ledger.ts';
import { createNetwork, settle } from './network.ts';
import type { Network } from './network.ts';
import { PLACES, WARDS, somethingToDo } from './orders.ts';
import type { TestServer } from './server.ts';
import { createServer } from './server.ts';
import { STAFF } from './staff.ts';

const STEPS = 500;
const STAYS = 8;

const SCOPES: readonly [actorId: string, scope: Partial<Pick<Actor, 'wardIds' | 'place'>>][] = [
  [wardCoordinator().id, { wardIds: ['lri-23'] }],
  [wardCoordinator().id, { wardIds: ['gh-24', 'lri-31'] }],
  [wardCoordinator().id, { wardIds: ['lri-23', 'lri-31'] }],
  ['user-rutland', { place: 'leicester' }],
  ['user-rutland', { place: 'rutland' }],
];

type Play = {
  random: Random;
  clock: ReturnType<typeof movingClock>;
  network: Network;
  server: TestServer;
  boards: readonly TestBoard[];
  backup: Buffer | null;
};

/** What may happen at a step, and how often. */
const HAPPENINGS: readonly (readonly [(play: Play) => unknown, weight: number])[] = [
  [giveSomething, 250],
  [({ random, boards }) => { random.pick(boards).drop(); }, 50],
  [({ random, boards }) => { random.pick(boards).connect(); }, 60],
  [({ random, boards }) => random.pick(boards).pass(20_000), 60],
  [({ server }) => { server.tellHeads(); }, 25],
  [({ server }) => server.runTimers(), 10],
  [({ random, clock }) => { clock.pass(random.int(1, 900)); }, 10],
  [({ random, server }) => { server.changeScope(...random.pick(SCOPES)); }, 4],
  [restart, 3],
  [(play) => { play.backup = play.server.backUp(); }, 1],
  [deliver, 540],
]; // prettier-ignore

function giveSomething({ random, boards, server }: Play): void {
  const board = random.pick(boards);
  const { shown, asOfDay } = board.store.getState();
  const screen = {
    cards: [...shown.values()],
    today: asOfDay,
    now: server.clock.now(),
    given: board.given,
  };
  const command = somethingToDo(screen, random);
  if (command !== null) board.give(command);
}

/** A power cut, a rebuild, or a restore of an older copy; all of them cut every connection. */
async function restart({ random, server, boards, backup }: Play): Promise<void> {
  const dice = random.next();
  if (dice < 0.2 && backup !== null) {
    await server.restart({ newEpoch: random.uuid(Date.parse(NOW)), backup });
    // What was acknowledged since the copy is gone by intention.
    for (const board of boards) board.forgetAnswers();
  } else if (dice < 0.5) await server.restart({ newEpoch: random.uuid(Date.parse(NOW)) });
  else await server.restart();
}

function deliver({ network }: Play): void {
  for (let delivered = 0; delivered < 4; delivered += 1) network.step();
}

async function runHistory(seed: string): Promise<Play> {
  const random = createRandom(seed);
  const clock = movingClock();
  const network = createNetwork(random.fork('network'));
  const server = await createServer(clock, STAFF);
  for (let number = 1; number <= STAYS; number += 1) {
    const answer = await server.execute(hubManager().id, {
      type: 'AdmitPatient',
      id: random.uuid(Date.parse(NOW)),
      wardId: random.pick(WARDS),
      person: aPersonDetails({
        nhsNumber: number % 2 === 0 ? null : nhsNumberOf(number),
        place: random.pick(PLACES),
      }),
      admittedAt: '2026-11-19T14:00:00.000Z',
    });
    if (!answer.ok) throw new Error(answer.message);
  }
  const boards = STAFF.map((actor) => createClient(actor, server, network, random.fork(actor.id)));
  const play = { random, clock, network, server, boards, backup: null };
  for (let step = 0; step < STEPS; step += 1) {
    await random.weighted(HAPPENINGS)(play);
    await settle();
  }
  await passTheStorm(play);
  return play;
}

/** Nothing goes wrong any more, and everybody gets to send and to hear what waits. */
async function passTheStorm({ server, boards, network }: Play): Promise<void> {
  for (const board of boards) board.calm();
  await server.runTimers();
  const isQuiet = () => boards.every(({ store }) => store.getState().pending.length === 0);
  for (let round = 0; round < 400; round += 1) {
    let hasMoved = false;
    while (network.step()) {
      hasMoved = true;
      await settle();
    }
    for (const board of boards) {
      board.connect();
      await board.pass(60_000);
    }
    await settle();
    if (!hasMoved && isQuiet()) break;
  }
  // Twice: a board that a head shows to be wrong takes a snapshot.
  for (let round = 0; round < 2; round += 1) {
    server.tellHeads();
    do await settle();
    while (network.step());
  }
}

/**
 * Plays a random history of five people over a network that drops, delays, repeats and reorders,
 * with a server that is killed, rebuilt and restored, days that pass and scopes that change; then
 * lets the storm pass. Every board must equal the server, every acknowledged change be there once,
 * and every refused one not at all. The seed makes the same history again.
 */
export async function proveHistory(seed: string): Promise<void> {
  const { server, boards } = await runHistory(seed);
  const db = server.db();
  for (const { actor, store, connection, answers, given } of boards) {
    const held = store.getState();
    expect(held.pending).toEqual([]);
    expect(held.key).toBe(audienceKey(server.actorOf(actor.id)));
    const truth = server.cardsOf(actor.id).map((card) => [card.id, card] as const);
    expect(new Map(held.confirmed)).toEqual(new Map(truth));
    expect(new Map(held.shown)).toEqual(new Map(truth));
    // Until the old socket is closed, answers to somebody whose scope changed are of the new one.
    if (!server.hasMoved(actor.id)) expect(connection.getState().digestMismatches).toBe(0);
    proveLedger(
      db,
      given.map((command) => ({ command, answer: answers.get(command.id) })),
    );
  }
  expect(verifyChain(db)).toMatchObject({ ok: true });
  await server.close();
}
