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
import { NOW } from '../factories/clock.ts';
import type { Stay } from '../factories/hub-stays.ts';
import { aStayOn, anotherRecordOf, mustDo } from '../factories/hub-stays.ts';
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
  leadBroker: broker({ id: 'user-lead-broker', isTeamLead: true }),
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
  TransferPatient: clinical,
  UpdatePerson: clinical,
  MergePersons: { ward: 403, broker: 403, hub: 200 },
  UndoMerge: { ward: 403, broker: 403, hub: 200 },
  CancelDischarge: clinical,
  SetClinicalCriteria: clinical,
  SetTaskWaiting: socialCareWork,
  CancelTask: { ward: 200, broker: 200, hub: 200 },
  DeclineTask: socialCareWork,
  ReopenTask: socialCareWork,
  SetTaskBlocking: { ward: 200, broker: 200, hub: 200 },
  SetTaskDue: socialCareWork,
  RecordHousingStep: { ward: 403, broker: 403, hub: 200 },
  SetHomeDetails: { ward: 403, broker: 403, hub: 200 },
  SetInterimPlan: { ward: 403, broker: 403, hub: 200 },
  AssignTask: { ward: 403, broker: 403, leadBroker: 200, hub: 200 },
  AddTaskSet: { ward: 200, broker: 403, hub: 200 },
  FollowCatalogue: { ward: 403, broker: 403, hub: 200 },
  AskAboutTask: socialCareWork,
  AnswerTaskQuestion: clinical,
  RecordProvider: socialCareWork,
  SetPackageStart: socialCareWork,
  Escalate: { ward: 200, broker: 200, hub: 200 },
  AcknowledgeEscalation: { ward: 403, broker: 403, leadBroker: 200, hub: 200 },
  ResolveEscalation: { ward: 403, broker: 403, hub: 200 },
  AddAction: { ward: 200, broker: 200, hub: 200 },
  ChangeAction: socialCareWork,
  FinishAction: socialCareWork,
  ChaseAction: { ward: 200, broker: 200, hub: 200 },
  RecordBoardRound: clinical,
  ReviewLongStay: clinical,
  SetPrimaryReason: { ward: 403, broker: 403, hub: 200 },
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
    case 'CancelDischarge':
    case 'MergePersons':
    case 'UndoMerge':
      return about;
    case 'TransferPatient':
      return { ...about, wardId: 'lri-31', bed: 'C1' };
    case 'UpdatePerson':
      return { ...about, person: { language: 'Polish' }, seen: { language: null } };
    case 'SetClinicalCriteria':
      return { ...about, text: 'Eating and drinking', seen: null };
    case 'SetTaskWaiting':
      return { ...about, taskId, waiting: 'capacity' };
    case 'CancelTask':
      return { ...about, taskId, reason: 'sent_in_error' };
    case 'DeclineTask':
      return { ...about, taskId, reason: 'not_our_resident' };
    case 'ReopenTask':
      return { ...about, taskId, note: 'Not done after all' };
    case 'SetTaskBlocking':
      return { ...about, taskId, blocking: false, seen: true };
    case 'SetTaskDue':
      return { ...about, taskId, dueAt: null, seen: '2026-11-25T09:00:00.000Z' };
    case 'AssignTask':
      return { ...about, taskId, owner: 'social_care' };
    case 'RecordHousingStep':
      return { ...about, step: 'clearance_done', rooms: ['hallway'] };
    case 'SetHomeDetails':
      return { ...about, home: { keys: 'With the son' }, seen: { keys: null } };
    case 'SetInterimPlan':
      return { ...about, text: 'Bed downstairs', leavesWhen: 'The bed is in', seen: null };
    case 'AddTaskSet':
      return { ...about, set: 'home_with_package' };
    case 'FollowCatalogue':
      return { ...about, taskTypes: ['care_package'], targets: true, owners: true };
    case 'AskAboutTask':
      return { ...about, taskId, askedOf: 'ward', question: 'Which visits?' };
    case 'AnswerTaskQuestion':
      return { ...about, taskId, questionId: questionAbout(taskId), answer: 'Two a day.' };
    case 'RecordProvider':
      return {
        ...about,
        taskId,
        name: 'Elm Care',
        approachedOn: '2026-11-22',
        answer: 'asked',
        seen: null,
      };
    case 'SetPackageStart':
      return { ...about, taskId, startsAt: '2026-11-24T09:00:00.000Z', seen: null };
    case 'Escalate':
      return { ...about, taskId, to: 'team_lead', need: 'No provider found yet' };
    case 'AcknowledgeEscalation':
      return { ...about, taskId, action: 'Ring the provider', seen: null };
    case 'ResolveEscalation':
      return { ...about, taskId, outcome: 'Starts tomorrow' };
    case 'AddAction':
      return { ...about, what: 'Ring the son', owner: 'ward', dueOn: '2026-11-24' };
    case 'ChangeAction':
      return { ...about, actionId: spellId, dueOn: '2026-11-26', seen: NOW };
    case 'FinishAction':
      return { ...about, actionId: spellId, outcome: 'done', words: 'The panel agreed' };
    case 'ChaseAction':
      return { ...about, actionId: spellId, words: 'Any news?' };
    case 'RecordBoardRound':
      return { ...about, action: 'Ring the daughter', owner: 'ward', seen: null };
    case 'ReviewLongStay':
      return { ...about, whyNotHome: 'No provider yet', seen: null };
    case 'SetPrimaryReason':
      return { ...about, reason: 'C1', note: 'As agreed on the call', seen: null };
    default:
      return type satisfies never;
  }
}

/** The id of a question about a task: any other, the same each time. */
function questionAbout(taskId: string): string {
  return taskId.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
}

/** Does what must have happened before the command can, and answers what it says of that. */
async function makeReady(
  hub: RunningHub,
  type: keyof typeof SPELL_COMMANDS,
  stay: Stay,
): Promise<object> {
  const { spellId, taskId } = stay;
  if (type === 'MergePersons') return anotherRecordOf(hub, spellId);
  if (type === 'UndoMerge') {
    const mergeId = randomUUID();
    const merge = { id: mergeId, type: 'MergePersons', spellId };
    await mustDo(hub, PEOPLE.hub, { ...merge, ...(await anotherRecordOf(hub, spellId)) });
    return { mergeId, reason: 'Two people after all' };
  }
  if (type === 'CancelDischarge') {
    const at = '2026-11-22T08:30:00.000Z';
    const left = { type: 'DischargePatient', spellId, at, destination: 'care_home' };
    await mustDo(hub, PEOPLE.hub, left);
  }
  if (type === 'AnswerTaskQuestion') {
    const question = { id: questionAbout(taskId), askedOf: 'ward', question: 'Which visits?' };
    await mustDo(hub, PEOPLE.hub, { type: 'AskAboutTask', spellId, taskId, ...question });
  }
  if (type === 'AcknowledgeEscalation' || type === 'ResolveEscalation') {
    const raise = { type: 'Escalate', spellId, taskId, to: 'team_lead', need: 'No provider' };
    await mustDo(hub, PEOPLE.ward, raise);
  }
  if (type === 'ChangeAction' || type === 'FinishAction' || type === 'ChaseAction') {
    const actionId = randomUUID();
    const action = { what: 'Ask the panel', owner: 'social_care', dueOn: '2026-11-24' };
    await mustDo(hub, PEOPLE.hub, { id: actionId, type: 'AddAction', spellId, ...action });
    return { actionId };
  }
  if (type === 'SetPrimaryReason') {
    const ready = { type: 'RecordNoCriteriaToReside', spellId, readyDate: '2026-11-22' };
    await mustDo(hub, PEOPLE.hub, ready);
  }
  if (type === 'ReopenTask')
    await mustDo(hub, PEOPLE.hub, { type: 'CompleteTask', spellId, taskId });
  return {};
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
      const more = await makeReady(hub, type, stay);
      const response = await hub.send({ ...bodyFor(type, stay), ...more }, headers);
      const answer = (await response.json()) as { ok: boolean; code?: string };
      const statuses = EXPECTED[type];
      // A team lead may what the team may, unless the table says more.
      const expected = statuses[who] ?? (who === 'leadBroker' ? statuses.broker : undefined) ?? 404;
      expect([who, response.status]).toEqual([who, expected]);
      expect(answer.ok).toBe(expected === 200);
    }
  });

  it.each(types)('nobody does %s without signing in', async (type) => {
    const hub = await startHub();
    const response = await hub.send(bodyFor(type, await aStayOn(hub)));
    expect(response.status).toBe(401);
  });

  it('a stay is raised by those who may know of a delay, and settled by the hub alone', async () => {
    const hub = await startHub();
    const cookies = await everybodySignedIn(hub);
    const expected: Partial<Record<Who, number[]>> = {
      ...{ ward: [200, 403, 403], broker: [200, 403, 403], leadBroker: [200, 403, 403] },
      ...{ housing: [403, 403, 403], hub: [200, 200, 200] },
    };
    for (const [who, headers] of cookies) {
      const { spellId } = await aStayOn(hub, { taskType: 'home_clearance' });
      const of = { spellId, taskId: null };
      const order = async (body: object, by = headers) =>
        (await hub.send({ id: randomUUID(), ...of, ...body }, by)).status;
      await mustDo(hub, PEOPLE.hub, { type: 'AddTask', spellId, taskType: 'care_package', blocking: true }); // prettier-ignore
      await mustDo(hub, PEOPLE.hub, { type: 'RecordNoCriteriaToReside', spellId, readyDate: '2026-11-22' }); // prettier-ignore
      const raise = { type: 'Escalate', to: 'hub', need: 'Nobody has it' };
      const statuses = [await order(raise)];
      if (statuses[0] !== 200) await mustDo(hub, PEOPLE.hub, { ...of, ...raise });
      statuses.push(await order({ type: 'AcknowledgeEscalation', action: 'Ring', seen: null }));
      statuses.push(await order({ type: 'ResolveEscalation', outcome: 'Done' }));
      expect([who, statuses]).toEqual([who, expected[who] ?? [404, 404, 404]]);
    }
  });

  it('housing works on its own tasks and is told nothing of others', async () => {
    const hub = await startHub();
    const headers = await hub.signInAs(PEOPLE.housing);
    const { spellId, taskId } = await aStayOn(hub, { taskType: 'home_clearance' });
    const care = await aStayOn(hub);
    const status = async (body: object) => (await hub.send({ id: randomUUID(), ...body }, headers)).status; // prettier-ignore
    expect(await status({ type: 'SetEdd', spellId, edd: '2026-11-27', seen: null })).toBe(403);
    const ofHomes = ['RecordHousingStep', 'SetHomeDetails', 'SetInterimPlan'] as const;
    for (const type of ofHomes) {
      expect(await status(bodyFor(type, { spellId, taskId }))).toBe(200);
      expect(await status(bodyFor(type, care))).toBe(404);
    }
    expect(await status({ type: 'ClaimTask', spellId, taskId })).toBe(200);
    expect(await status({ type: 'CompleteTask', spellId, taskId })).toBe(200);
    const add = { type: 'AddTask', spellId, blocking: true };
    expect(await status({ ...add, taskType: 'key_safe' })).toBe(200);
    expect(await status({ ...add, taskType: 'care_package' })).toBe(403);
    expect(await status({ type: 'ClaimTask', spellId: care.spellId, taskId: care.taskId })).toBe(404); // prettier-ignore
  });

  it('housing settles its own tasks too, and declines them out of its own sight', async () => {
    const hub = await startHub();
    const headers = await hub.signInAs(PEOPLE.housing);
    const about = await aStayOn(hub, { taskType: 'home_clearance' });
    const answerTo = async (body: object) => {
      const response = await hub.send({ id: randomUUID(), ...about, ...body }, headers);
      return { status: response.status, answer: (await response.json()) as { card?: unknown } };
    };
    const status = async (body: object) => (await answerTo(body)).status;
    expect(await status({ type: 'SetTaskWaiting', waiting: 'family' })).toBe(200);
    expect(await status({ type: 'SetTaskBlocking', blocking: false, seen: true })).toBe(200);
    expect(await status({ type: 'AssignTask', owner: 'lightbulb' })).toBe(403);
    expect(await status({ type: 'CompleteTask' })).toBe(200);
    expect(await status({ type: 'ReopenTask', note: 'Not done after all' })).toBe(200);
    const decline = { id: randomUUID(), type: 'DeclineTask', reason: 'not_eligible' };
    expect(await answerTo(decline)).toMatchObject({ status: 200, answer: { card: null } });
    // A repeat after a lost answer is answered alike, though the patient is out of sight by now.
    expect(await answerTo(decline)).toMatchObject({ status: 200, answer: { card: null } });
    expect(await status({ type: 'ReopenTask', note: 'Mine again' })).toBe(404);
  });

  it('a broker who declines no longer sees the patient, until the hub sends the task on', async () => {
    const hub = await startHub();
    const headers = await hub.signInAs(PEOPLE.broker);
    const { spellId, taskId } = await aStayOn(hub);
    const look = async () => (await hub.get(`/api/spells/${spellId}`, headers)).status;
    const decline = { type: 'DeclineTask', spellId, taskId, reason: 'more_information_needed' };
    const answer = await hub.send({ id: randomUUID(), ...decline }, headers);
    expect(await answer.json()).toMatchObject({ ok: true, card: null });
    expect(await look()).toBe(404);
    const to = { owner: 'social_care', assigneeId: PEOPLE.broker.id };
    await mustDo(hub, PEOPLE.hub, { type: 'AssignTask', spellId, taskId, ...to });
    expect(await look()).toBe(200);
  });

  it('work is given only to somebody who has an account, does such work and would see it', async () => {
    const hub = await startHub();
    const headers = await hub.signInAs(PEOPLE.hub);
    for (const who of ['broker', 'otherBroker', 'housing', 'admin'] as const) {
      await hub.signInAs(PEOPLE[who]);
    }
    await hub.addAccount(broker({ id: 'user-gone' }), { isDisabled: true });
    const statuses: [string, number][] = [];
    for (const assigneeId of ['user-broker', 'user-other-broker', 'user-housing', 'user-admin', 'user-gone', 'nobody']) {
      const { spellId, taskId } = await aStayOn(hub);
      const body = { type: 'AssignTask', spellId, taskId, owner: 'social_care', assigneeId };
      statuses.push([assigneeId, (await hub.send({ id: randomUUID(), ...body }, headers)).status]);
    }
    expect(statuses.map(([, status]) => status)).toEqual([200, 422, 422, 422, 422, 422]);
  }); // prettier-ignore

  it('a discharge is taken back only while the person has not come in again', async () => {
    const hub = await startHub();
    const nhsNumber = nhsNumberOf(71_000);
    const { spellId } = await aStayOn(hub, { person: { nhsNumber } });
    const left = { type: 'DischargePatient', spellId, at: '2026-11-20T09:00:00.000Z' };
    await mustDo(hub, PEOPLE.hub, { ...left, destination: 'care_home' });
    const again = randomUUID();
    await mustDo(hub, PEOPLE.hub, {
      ...{ type: 'AdmitPatient', id: again, wardId: 'lri-23', continuesSpellId: spellId },
      ...{ person: aPersonDetails({ nhsNumber }), admittedAt: '2026-11-20T11:00:00.000Z' },
    });
    // Also when the number by which both were found is gone.
    await mustDo(hub, PEOPLE.hub, {
      ...{ type: 'UpdatePerson', spellId: again, person: { nhsNumber: null }, seen: { nhsNumber } },
    });
    const headers = await hub.signInAs(PEOPLE.ward);
    const cancel = { id: randomUUID(), type: 'CancelDischarge', spellId };
    const refused = await hub.send(cancel, headers);
    expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'RULE_BROKEN' }]);
    const correct = { type: 'UpdatePerson', spellId, person: { language: 'Urdu' }, seen: { language: null } };
    expect((await hub.send({ id: randomUUID(), ...correct }, headers)).status).toBe(422);
    const view = await (await hub.get(`/api/spells/${again}`, headers)).json();
    expect(view).toMatchObject({
      stay: { journey: [{ spellId, admittedOn: '2026-11-19', dischargedOn: '2026-11-20' }] },
    });
  }); // prettier-ignore

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
