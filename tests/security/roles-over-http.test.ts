import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../domain/actor.ts';
import { SPELL_COMMANDS } from '../../domain/spell/commands.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../factories/actor.ts';
import type { Stay } from '../factories/hub-stays.ts';
import { aStayOn } from '../factories/hub-stays.ts';
import { aPersonDetails, nhsNumberOf } from '../factories/person.ts';
import type { RunningHub } from '../factories/running-hub.ts';
import { startHub } from '../factories/running-hub.ts';

/**
 * Every role, every command, in and out of scope, as requests. The stay is on Ward 23 with one
 * social care task of somebody from Leicester, so wards, that city's brokers and the hub see it;
 * with one Lightbulb task, housing sees it too.
 */
const PEOPLE = {
  ward: wardCoordinator(),
  otherWard: wardCoordinator({ id: 'user-other-ward', wardIds: ['gh-24'] }),
  broker: broker(),
  otherBroker: broker({ id: 'user-other-broker', place: 'rutland' }),
  housing: housingOfficer(),
  hub: hubManager(),
  admin: administrator(),
} satisfies Record<string, Actor>;
type Who = keyof typeof PEOPLE;

type Statuses = Partial<Record<Who, number>>;
const clinical: Statuses = { ward: 200, broker: 403, hub: 200 };
const socialCareWork: Statuses = { ward: 403, broker: 200, hub: 200 };

/** What each may do with a social care task of the stay; whoever is not named is told 404. */
const EXPECTED: Record<keyof typeof SPELL_COMMANDS, Statuses> = {
  AdmitPatient: { ward: 200, otherWard: 403, broker: 403, otherBroker: 403, housing: 403, hub: 200, admin: 403 },
  SetEdd: clinical,
  SetPathway: clinical,
  RecordCriteriaToReside: clinical,
  RecordNoCriteriaToReside: clinical,
  AddTask: { ward: 200, broker: 200, hub: 200 },
  ClaimTask: socialCareWork,
  ReleaseTask: socialCareWork,
  StartTask: socialCareWork,
  CompleteTask: socialCareWork,
  AddNote: { ward: 200, broker: 200, hub: 200 },
  DischargePatient: clinical,
  LeaveBoard: { ward: 403, broker: 403, hub: 403 },
}; // prettier-ignore

function bodyFor(type: keyof typeof SPELL_COMMANDS, { spellId, taskId }: Stay): object {
  const about = { id: randomUUID(), type, spellId };
  switch (type) {
    case 'AdmitPatient':
      return {
        id: randomUUID(),
        type,
        wardId: 'lri-23',
        person: aPersonDetails({ nhsNumber: null }),
        admittedAt: '2026-11-22T08:00:00.000Z',
      };
    case 'SetEdd':
      return { ...about, edd: '2026-11-27', seen: null };
    case 'SetPathway':
      return { ...about, pathway: 'reablement', seen: null };
    case 'RecordNoCriteriaToReside':
      return { ...about, readyDate: '2026-11-22' };
    case 'AddTask':
      return { ...about, taskType: 'funding_decision', blocking: false };
    case 'ClaimTask':
    case 'ReleaseTask':
    case 'StartTask':
    case 'CompleteTask':
      return { ...about, taskId };
    case 'AddNote':
      return { ...about, text: 'Seen on the round.' };
    case 'DischargePatient':
      return { ...about, at: '2026-11-22T08:30:00.000Z', destination: 'usual_residence' };
    case 'RecordCriteriaToReside':
    case 'LeaveBoard':
      return about;
    default:
      return type satisfies never;
  }
}

async function everybodySignedIn(hub: RunningHub) {
  const cookies = new Map<Who, { cookie: string }>();
  for (const who of Object.keys(PEOPLE) as Who[]) {
    cookies.set(who, await hub.signInAs(PEOPLE[who])); // the keys of PEOPLE are Who
  }
  return cookies;
}

const types = Object.keys(SPELL_COMMANDS) as (keyof typeof SPELL_COMMANDS)[]; // its own keys

describe('who may do what, asked over HTTP', () => {
  it.each(types)('%s is for the roles of the table, within their sight', async (type) => {
    const hub = await startHub();
    const cookies = await everybodySignedIn(hub);
    for (const [who, headers] of cookies) {
      const stay = await aStayOn(hub);
      const response = await hub.send(bodyFor(type, stay), headers);
      const answer = (await response.json()) as { ok: boolean; code?: string };
      const expected = EXPECTED[type][who] ?? 404;
      expect([who, response.status]).toEqual([who, expected]);
      expect(answer.ok).toBe(expected === 200);
    }
  });

  it.each(types)('nobody does %s without signing in', async (type) => {
    const hub = await startHub();
    const response = await hub.send(bodyFor(type, await aStayOn(hub)));
    expect(response.status).toBe(401);
  });

  it('housing works on its own tasks and is told nothing of others', async () => {
    const hub = await startHub();
    const headers = await hub.signInAs(PEOPLE.housing);
    const { spellId, taskId } = await aStayOn(hub, { taskType: 'home_clearance' });
    const care = await aStayOn(hub);
    const status = async (body: object) => (await hub.send({ id: randomUUID(), ...body }, headers)).status; // prettier-ignore
    expect(await status({ type: 'SetEdd', spellId, edd: '2026-11-27', seen: null })).toBe(403);
    expect(await status({ type: 'ClaimTask', spellId, taskId })).toBe(200);
    expect(await status({ type: 'CompleteTask', spellId, taskId })).toBe(200);
    const add = { type: 'AddTask', spellId, blocking: true };
    expect(await status({ ...add, taskType: 'key_safe' })).toBe(200);
    expect(await status({ ...add, taskType: 'care_package' })).toBe(403);
    expect(await status({ type: 'ClaimTask', spellId: care.spellId, taskId: care.taskId })).toBe(404); // prettier-ignore
  });

  it('a ward works on ward and community tasks of its patients', async () => {
    const hub = await startHub();
    const headers = await hub.signInAs(PEOPLE.ward);
    for (const taskType of ['medicines', 'therapy_assessment'] as const) {
      const { spellId, taskId } = await aStayOn(hub, { taskType });
      const response = await hub.send({ id: randomUUID(), type: 'ClaimTask', spellId, taskId }, headers); // prettier-ignore
      expect([taskType, response.status]).toEqual([taskType, 200]);
    }
  });

  it('a ward recommends any pathway, but agrees only no onward care', async () => {
    const hub = await startHub();
    const headers = await hub.signInAs(PEOPLE.ward);
    const set = async (more: object) => {
      const { spellId } = await aStayOn(hub);
      return hub.send({ id: randomUUID(), type: 'SetPathway', spellId, seen: null, ...more }, headers); // prettier-ignore
    };
    expect((await set({ pathway: 'reablement', as: 'agreed' })).status).toBe(403);
    expect((await set({ pathway: 'no_onward_care', as: 'agreed' })).status).toBe(200);
  });

  it('two people who share an NHS number in error are refused, and nothing is merged', async () => {
    const hub = await startHub();
    const headers = await hub.signInAs(PEOPLE.ward);
    const nhsNumber = nhsNumberOf(70_000);
    const admit = (dateOfBirth: string) =>
      hub.send(
        {
          id: randomUUID(),
          type: 'AdmitPatient',
          wardId: 'lri-23',
          person: aPersonDetails({ nhsNumber, dateOfBirth }),
          admittedAt: '2026-11-22T08:00:00.000Z',
        },
        headers,
      );
    expect((await admit('1941-03-04')).status).toBe(200);
    expect((await admit('1952-03-04')).status).toBe(409);
    expect((await admit('1941-03-04')).status).toBe(422);
  });
});
