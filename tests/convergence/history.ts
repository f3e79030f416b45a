import { expect } from 'vitest';
import { createRandom } from '../../db/seed/random.ts';
import type { Random } from '../../db/seed/random.ts';
import type { Place } from '../../domain/persons/place.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import { PATHWAYS } from '../../domain/spell/pathway.ts';
import { DECLINE_REASONS, TASK_OWNERS, WAITING_FOR } from '../../domain/tasks/task-types.ts';
import { addDays } from '../../domain/time.ts';
import { broker, housingOfficer, hubManager, wardCoordinator } from '../factories/actor.ts';
import { NOW, TODAY } from '../factories/clock.ts';
import { aPersonDetails, nhsNumberOf } from '../factories/person.ts';
import type { TestBoard } from './client.ts';
import { createClient } from './client.ts';
import { createNetwork, settle } from './network.ts';
import { createServer } from './server.ts';

const STEPS = 500;
const STAYS = 8;
const PLACES = ['leicester', 'rutland'] as const;
const TASKS = ['medicines', 'transport', 'pathway_decision', 'care_package', 'key_safe'] as const;
const WARDS = ['lri-23', 'lri-31', 'gh-24'] as const;

/** Something that this person might do now, going by what their screen shows. */
function somethingToDo(board: TestBoard, random: Random): SpellCommandInput | null {
  const cards = [...board.store.getState().shown.values()];
  if (cards.length === 0) return null;
  const card = random.pick(cards);
  const about = { id: random.uuid(Date.parse(NOW)), spellId: card.id };
  const task = card.tasks.length === 0 ? null : random.pick(card.tasks);
  const taskId = task?.id ?? about.id;
  const edd = addDays(TODAY, random.int(0, 9));
  const setPathway: SpellCommandInput = {
    ...{ ...about, type: 'SetPathway', pathway: random.pick(PATHWAYS), seen: card.pathway ?? null },
  };
  // A change of pathway is what takes people into and out of the sight of brokers and housing.
  if (random.chance(0.4)) return setPathway;
  if (random.chance(0.15)) return somethingThatMoves(card, about.id, random);
  const commands: SpellCommandInput[] = [
    { ...about, type: 'SetEdd', edd, seen: card.edd },
    { ...about, type: 'ClaimTask', taskId },
    { ...about, type: 'StartTask', taskId },
    { ...about, type: 'ReleaseTask', taskId },
    { ...about, type: 'CompleteTask', taskId },
    { ...about, type: 'AddNote', text: 'A note', visibleTo: 'everyone' },
    { ...about, type: 'RecordNoCriteriaToReside', readyDate: TODAY },
    { ...about, type: 'RecordCriteriaToReside' },
    { ...about, type: 'SetTaskWaiting', taskId, waiting: random.pick(WAITING_FOR) },
    {
      ...about,
      type: 'SetTaskBlocking',
      taskId,
      blocking: !task?.blocking,
      seen: !!task?.blocking,
    },
    { ...about, type: 'ReopenTask', taskId, note: 'Not done after all' },
    { ...about, type: 'SetClinicalCriteria', text: 'Eating and drinking', seen: null },
  ];
  // Rare, or everyone would see everybody for good, and nobody be left to work on.
  if (random.chance(0.05)) {
    return { ...about, type: 'AddTask', taskType: random.pick(TASKS), blocking: true };
  }
  if (random.chance(0.03)) {
    return { ...about, type: 'DischargePatient', at: NOW, destination: 'usual_residence' };
  }
  return random.pick(commands);
}

/** A move to another ward, council or team: what takes people out of one sight and into another. */
function somethingThatMoves(card: Card, id: string, random: Random): SpellCommandInput {
  const about = { id, spellId: card.id };
  const taskId = card.tasks.length === 0 ? id : random.pick(card.tasks).id;
  const place: Place = random.pick([...PLACES, 'unknown' as const]);
  const reason = random.pick(DECLINE_REASONS);
  const moves: SpellCommandInput[] = [
    { ...about, type: 'TransferPatient', wardId: random.pick(WARDS), bed: 'C1' },
    { ...about, type: 'UpdatePerson', person: { place }, seen: { place: card.place } },
    { ...about, type: 'DeclineTask', taskId, reason, note: 'Not ours' },
    { ...about, type: 'AssignTask', taskId, owner: random.pick(TASK_OWNERS) },
    { ...about, type: 'AssignTask', taskId, owner: 'social_care', assigneeId: broker().id },
    { ...about, type: 'CancelTask', taskId, reason: 'sent_in_error' },
    { ...about, type: 'CancelDischarge' },
  ];
  return random.pick(moves);
}

async function runHistory(seed: string) {
  const random = createRandom(seed);
  const network = createNetwork(random.fork('network'));
  const server = await createServer();
  for (let number = 1; number <= STAYS; number += 1) {
    const answer = await server.execute(hubManager(), {
      type: 'AdmitPatient',
      id: random.uuid(Date.parse(NOW)),
      wardId: random.pick(WARDS),
      person: aPersonDetails({ nhsNumber: nhsNumberOf(number), place: random.pick(PLACES) }),
      admittedAt: '2026-11-19T14:00:00.000Z',
    });
    if (!answer.ok) throw new Error(answer.message);
  }
  const people = [
    wardCoordinator(),
    broker(),
    broker({ id: 'user-rutland', name: 'Rut Broker', place: 'rutland' }),
    housingOfficer(),
    hubManager(),
  ];
  const boards = people.map((actor) => createClient(actor, server, network, random.fork(actor.id)));

  for (let step = 0; step < STEPS; step += 1) {
    const board = random.pick(boards);
    const dice = random.next();
    if (dice < 0.25) {
      const command = somethingToDo(board, random);
      if (command !== null) board.give(command);
    } else if (dice < 0.3) board.drop();
    else if (dice < 0.36) board.connect();
    else if (dice < 0.42) await board.pass(20_000);
    else if (dice < 0.45) server.tellHeads();
    else for (let delivered = 0; delivered < 4; delivered += 1) network.step();
    await settle();
  }

  for (const board of boards) board.calm();
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
  server.tellHeads();
  while (network.step()) await settle();
  return { server, boards };
}

/**
 * Plays a random history of five people over a network that drops, delays, repeats and reorders,
 * then lets the storm pass. Every board must equal the server, every acknowledged change be there
 * once, and every refused one not at all. The seed makes the same history again.
 */
export async function proveHistory(seed: string): Promise<void> {
  const { server, boards } = await runHistory(seed);
  const countOf = server.db.prepare<[string], number>(
    'SELECT count(*) FROM events WHERE command_id = ?',
  );
  for (const { actor, store, connection, answers, given } of boards) {
    const held = store.getState();
    expect(held.pending).toEqual([]);
    const truth = server.projection.cards(actor).map((card) => [card.id, card] as const);
    expect(new Map(held.confirmed)).toEqual(new Map(truth));
    expect(new Map(held.shown)).toEqual(new Map(truth));
    expect(connection.getState().digestMismatches).toBe(0);
    for (const command of given) {
      const answer = answers.get(command.id);
      expect(answer).toBeDefined();
      const events = countOf.pluck().get(command.id) ?? 0;
      // What stood already is a success without an event.
      if (answer?.ok === true) expect(events).toBeLessThanOrEqual(1);
      else expect(events).toBe(0);
    }
  }
  await server.close();
}
