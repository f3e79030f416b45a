import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import type { PersonDetails } from '../../domain/persons/person.ts';
import type { TaskType } from '../../domain/tasks/task-types.ts';
import { hubManager } from './actor.ts';
import { aPersonDetails, nhsNumberOf } from './person.ts';
import type { RunningHub } from './running-hub.ts';

export type Stay = { spellId: string; taskId: string };

let people = 0;

type StayOptions = {
  wardId?: string;
  person?: Partial<PersonDetails>;
  /** The type of its one task; null for a stay without any. */
  taskType?: TaskType | null;
  by?: Actor;
};

/** Admits somebody new, with one open task, through the door for change. */
export async function aStayOn(hub: RunningHub, options: StayOptions = {}): Promise<Stay> {
  const { wardId = 'lri-23', person, taskType = 'care_package', by = hubManager() } = options;
  people += 1;
  const spellId = randomUUID();
  const taskId = randomUUID();
  await mustDo(hub, by, {
    id: spellId,
    type: 'AdmitPatient',
    wardId,
    person: { ...aPersonDetails({ nhsNumber: nhsNumberOf(people) }), ...person },
    admittedAt: '2026-11-19T14:00:00.000Z',
  });
  if (taskType !== null) {
    await mustDo(hub, by, { id: taskId, type: 'AddTask', spellId, taskType, blocking: true });
  }
  return { spellId, taskId };
}

/** Gives a command that nobody should refuse. */
export async function mustDo(hub: RunningHub, actor: Actor, command: object) {
  const answer = await hub.hub.services.execute(actor, { id: randomUUID(), ...command });
  if (!answer.ok) throw new Error(answer.message);
  return answer;
}

/** Admits the person of a stay again, without their number, and answers what a merge says of both. */
export async function anotherRecordOf(
  hub: RunningHub,
  spellId: string,
  { wardId, person }: Pick<StayOptions, 'wardId' | 'person'> = {},
) {
  const other = await aStayOn(hub, {
    wardId,
    person: { nhsNumber: null, ...person },
    taskType: null,
  });
  const seen = {
    remaining: await factsOf(hub, spellId),
    merged: await factsOf(hub, other.spellId),
  };
  return { mergedSpellId: other.spellId, seen, reason: 'Admitted without a number' };
}

/** What is known of the person of a stay. */
export async function factsOf(hub: RunningHub, spellId: string): Promise<PersonDetails> {
  const loaded = await hub.store.loadSpell(spellId);
  if (loaded === null) throw new Error('The stay is not there');
  const { id: _id, ...facts } = loaded.spell.person;
  return facts;
}
