import { describe, expect, it } from 'vitest';
import type { Actor } from '../../domain/actor.ts';
import type { BoardChanges } from '../../domain/protocol.ts';
import type { Clock } from '../../server/services.ts';
import { TIMER_ACTOR } from '../../domain/actor.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../factories/actor.ts';
import { NOW, clockAt } from '../factories/clock.ts';
import { idOf } from '../factories/ids.ts';
import type { Stay } from '../factories/hub-stays.ts';
import { aStayOn, anotherRecordOf, mustDo } from '../factories/hub-stays.ts';
import type { RunningHub, TestClient } from '../factories/running-hub.ts';
import { heard, startHub } from '../factories/running-hub.ts';

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
const EVERYBODY = Object.keys(PEOPLE) as Who[]; // the keys of PEOPLE are Who

/** Somebody with the board open: every frame that came, in order. */
type Listener = { who: Who; client: TestClient; frames: BoardChanges[] };

async function everybodyListens(hub: RunningHub): Promise<Listener[]> {
  return Promise.all(
    EVERYBODY.map(async (who) => {
      const client = hub.connect(await hub.signInAs(PEOPLE[who]));
      const frames: BoardChanges[] = [];
      client.on('board:changes', (frame) => frames.push(frame));
      await heard(client, 'hello');
      return { who, client, frames };
    }),
  );
}

/** What each was sent since the last time, once the hub manager has been sent `seq`. */
async function newsUpTo(listeners: Listener[], seq: number) {
  const hub = listeners.find(({ who }) => who === 'hub');
  while (hub !== undefined && !hub.frames.some((frame) => frame.seq >= seq)) {
    await heard(hub.client, 'board:changes');
  }
  const news = new Map<Who, BoardChanges[]>();
  for (const { who, client, frames } of listeners) {
    // Frames come in order: whatever was sent before this answer has arrived by then.
    await client.emitWithAck('presence:view', { spellId: null });
    news.set(who, frames.splice(0));
  }
  return news;
}

function whoHeard(news: Map<Who, BoardChanges[]>, spellId: string, kind: 'cards' | 'removed') {
  return [...news]
    .filter(([, frames]) => frames.some((frame) => frame[kind].some(({ id }) => id === spellId)))
    .map(([who]) => who);
}

const QUESTION_ID = idOf(77);
const CARE: Who[] = ['ward', 'broker', 'hub'];

type Change = [name: string, command: (stay: Stay) => object];

/** Every kind of event on somebody from Leicester with a social care task, in possible orders. */
const OF_THE_STAY: Change[] = [
  ['an EDD', ({ spellId }) => ({ type: 'SetEdd', spellId, edd: '2026-11-27', seen: null })],
  ['a pathway', ({ spellId }) => ({ type: 'SetPathway', spellId, pathway: 'reablement', seen: null })],
  ['no criteria to reside', ({ spellId }) => ({ type: 'RecordNoCriteriaToReside', spellId, readyDate: '2026-11-21' })],
  ['a board round', ({ spellId }) => ({ type: 'RecordBoardRound', spellId, action: 'Ring the daughter', owner: 'ward', seen: null })],
  ['a review of a long stay', ({ spellId }) => ({ type: 'ReviewLongStay', spellId, whyNotHome: 'No provider yet', seen: null })],
  ['a main reason', ({ spellId }) => ({ type: 'SetPrimaryReason', spellId, reason: 'C1', note: 'Agreed', seen: null })],
  ['criteria to reside', ({ spellId }) => ({ type: 'RecordCriteriaToReside', spellId })],
  ['a note', ({ spellId }) => ({ type: 'AddNote', spellId, text: 'Daughter visits at six.' })],
  ['clinical criteria', ({ spellId }) => ({ type: 'SetClinicalCriteria', spellId, text: 'Eating', seen: null })],
  ['a correction', ({ spellId }) => ({ type: 'UpdatePerson', spellId, person: { language: 'Urdu' }, seen: { language: null } })],
  ['a step of the home', ({ spellId }) => ({ type: 'RecordHousingStep', spellId, step: 'visited' })],
  ['a fact of the home', ({ spellId }) => ({ type: 'SetHomeDetails', spellId, home: { keys: 'With the son' }, seen: { keys: null } })],
  ['an interim plan', ({ spellId }) => ({ type: 'SetInterimPlan', spellId, text: 'Bed downstairs', leavesWhen: 'The bed is in', seen: null })],
  ['a move within the coordinator’s wards', ({ spellId }) => ({ type: 'TransferPatient', spellId, wardId: 'lri-31' })],
  ['a discharge', ({ spellId }) => ({ type: 'DischargePatient', spellId, at: NOW, destination: 'usual_residence' })],
  ['a discharge taken back', ({ spellId }) => ({ type: 'CancelDischarge', spellId })],
]; // prettier-ignore

const OF_ITS_TASKS: Change[] = [
  ['a pathway that is agreed', ({ spellId }) => ({ type: 'SetPathway', spellId, pathway: 'reablement', seen: null })],
  ['a task added', ({ spellId }) => ({ type: 'AddTask', spellId, taskType: 'funding_decision', blocking: false })],
  ['a task claimed', ({ spellId, taskId }) => ({ type: 'ClaimTask', spellId, taskId })],
  ['a task waiting', ({ spellId, taskId }) => ({ type: 'SetTaskWaiting', spellId, taskId, waiting: 'capacity' })],
  ['a task started', ({ spellId, taskId }) => ({ type: 'StartTask', spellId, taskId })],
  ['a task released', ({ spellId, taskId }) => ({ type: 'ReleaseTask', spellId, taskId })],
  ['a task done', ({ spellId, taskId }) => ({ type: 'CompleteTask', spellId, taskId })],
  ['a task reopened', ({ spellId, taskId }) => ({ type: 'ReopenTask', spellId, taskId, note: 'Not done' })],
  ['a task that does not block', ({ spellId, taskId }) => ({ type: 'SetTaskBlocking', spellId, taskId, blocking: false, seen: true })],
  ['a target', ({ spellId, taskId }) => ({ type: 'SetTaskDue', spellId, taskId, dueAt: null, seen: '2026-11-25T09:00:00.000Z' })],
  ['a provider approached', ({ spellId, taskId }) => ({ type: 'RecordProvider', spellId, taskId, name: 'Elm Care', approachedOn: '2026-11-22', answer: 'asked', seen: null })],
  ['a start of the package', ({ spellId, taskId }) => ({ type: 'SetPackageStart', spellId, taskId, startsAt: '2026-11-24T09:00:00.000Z', seen: null })],
  ['a question', ({ spellId, taskId }) => ({ type: 'AskAboutTask', id: QUESTION_ID, spellId, taskId, askedOf: 'ward', question: 'Which visits?' })],
  ['its answer', ({ spellId, taskId }) => ({ type: 'AnswerTaskQuestion', spellId, taskId, questionId: QUESTION_ID, answer: 'Two a day' })],
  ['a task handed back', ({ spellId, taskId }) => ({ type: 'DeclineTask', spellId, taskId, reason: 'not_eligible' })],
  ['a task sent on', ({ spellId, taskId }) => ({ type: 'AssignTask', spellId, taskId, owner: 'social_care' })],
  ['a task cancelled', ({ spellId, taskId }) => ({ type: 'CancelTask', spellId, taskId, reason: 'died' })],
]; // prettier-ignore

const OF_ITS_ESCALATIONS: Change[] = [
  ['an escalation', ({ spellId, taskId }) => ({ type: 'Escalate', spellId, taskId, to: 'team_lead', need: 'No provider' })],
  ['that it was taken on', ({ spellId, taskId }) => ({ type: 'AcknowledgeEscalation', spellId, taskId, action: 'Ring', seen: null })],
  ['that it was resolved', ({ spellId, taskId }) => ({ type: 'ResolveEscalation', spellId, taskId, outcome: 'Found' })],
  ['that they are ready', ({ spellId }) => ({ type: 'RecordNoCriteriaToReside', spellId, readyDate: '2026-11-22' })],
  ['an escalation of the stay', ({ spellId }) => ({ type: 'Escalate', spellId, taskId: null, to: 'hub', need: 'Nobody has it' })],
  ['that that was taken on', ({ spellId }) => ({ type: 'AcknowledgeEscalation', spellId, taskId: null, action: 'Ring', seen: null })],
  ['that that was resolved', ({ spellId }) => ({ type: 'ResolveEscalation', spellId, taskId: null, outcome: 'Found' })],
]; // prettier-ignore

const ACTION_ID = idOf(78);
const OF_ITS_ACTIONS: Change[] = [
  ['an action', ({ spellId }) => ({ type: 'AddAction', id: ACTION_ID, spellId, what: 'Ring the son', owner: 'ward', dueOn: '2026-11-24' })],
  ['another day', ({ spellId }) => ({ type: 'ChangeAction', spellId, actionId: ACTION_ID, dueOn: '2026-11-25', seen: NOW })],
  ['a chase', ({ spellId }) => ({ type: 'ChaseAction', spellId, actionId: ACTION_ID, words: 'Any news?' })],
  ['what came of it', ({ spellId }) => ({ type: 'FinishAction', spellId, actionId: ACTION_ID, outcome: 'done', words: 'He comes' })],
]; // prettier-ignore

describe('who hears what over sockets', () => {
  it.each([
    ['the stay', OF_THE_STAY],
    ['its tasks', OF_ITS_TASKS],
    ['its escalations', OF_ITS_ESCALATIONS],
    ['its actions', OF_ITS_ACTIONS],
  ])(
    'brings each kind of event of %s to those who may see the patient, and to nobody else',
    async (_of, changes) => {
      const hub = await startHub();
      const listeners = await everybodyListens(hub);
      const stay = await aStayOn(hub);
      await newsUpTo(listeners, hub.hub.services.board(hubManager()).seq);
      for (const [name, command] of changes) {
        const { seq } = await mustDo(hub, hubManager(), command(stay));
        const news = await newsUpTo(listeners, seq);
        expect([name, whoHeard(news, stay.spellId, 'cards')]).toEqual([name, CARE]);
        expect([name, whoHeard(news, stay.spellId, 'removed')]).toEqual([name, []]);
      }
    },
  );

  it('brings housing the homes it works on, without clinical detail', async () => {
    const hub = await startHub();
    const listeners = await everybodyListens(hub);
    const stay = await aStayOn(hub, { taskType: 'home_clearance' });
    await mustDo(hub, hubManager(), {
      ...{ type: 'SetPathway', spellId: stay.spellId, pathway: 'reablement', seen: null },
    });
    const { seq } = await mustDo(hub, hubManager(), {
      ...{ type: 'RecordNoCriteriaToReside', spellId: stay.spellId, readyDate: '2026-11-21' },
    });
    const news = await newsUpTo(listeners, seq);
    const sent = JSON.stringify(news.get('housing'));
    expect(sent).toContain('home_clearance');
    expect(sent).toContain('1 Example Street');
    for (const field of [
      'nhsNumber',
      'pathway',
      'stage',
      'dischargeReadyDate',
      'delayDays',
      'bed',
    ]) {
      expect(sent).not.toContain(`"${field}`);
    }
    expect(sent).not.toContain('999');
    expect(news.get('admin')).toEqual([]);
    expect(news.get('otherWard')).toEqual([]);
    expect(news.get('otherBroker')).toEqual([]);
  });

  it('shows a broker the patient the moment a social care task is added', async () => {
    const hub = await startHub();
    const listeners = await everybodyListens(hub);
    const { spellId } = await aStayOn(hub, { taskType: null });
    const before = await newsUpTo(listeners, hub.hub.services.board(hubManager()).seq);
    expect(whoHeard(before, spellId, 'cards')).toEqual(['ward', 'hub']);
    const add = { type: 'AddTask', spellId, taskType: 'care_package', blocking: true };
    const { seq } = await mustDo(hub, wardCoordinator(), add);
    expect(whoHeard(await newsUpTo(listeners, seq), spellId, 'cards')).toEqual(CARE);
  });

  it('takes the card from a broker when nothing concerns social care any more', async () => {
    const hub = await startHub();
    const listeners = await everybodyListens(hub);
    const { spellId } = await aStayOn(hub, { taskType: null });
    const agree = (pathway: string, seen: string | null) =>
      mustDo(hub, hubManager(), { type: 'SetPathway', spellId, pathway, seen });
    const agreed = await agree('reablement', null);
    expect(whoHeard(await newsUpTo(listeners, agreed.seq), spellId, 'cards')).toEqual(CARE);
    const { seq } = await agree('no_onward_care', 'reablement');
    const news = await newsUpTo(listeners, seq);
    expect(whoHeard(news, spellId, 'cards')).toEqual(['ward', 'hub']);
    expect(whoHeard(news, spellId, 'removed')).toEqual(['broker']);
    // And so is a broker told who was away meanwhile.
    const { epoch } = hub.hub.services.board(broker());
    const caughtUp = hub.hub.services.board(broker(), { seq: agreed.seq, epoch });
    expect(caughtUp).toMatchObject({ reset: false, cards: [], removed: [{ id: spellId, seq }] });
    const neverSaw = hub.hub.services.board(PEOPLE.otherBroker, { seq: agreed.seq, epoch });
    expect(neverSaw).toMatchObject({ reset: false, cards: [], removed: [] });
  });

  it('follows the patient from ward to ward, from council to council and from team to team', async () => {
    const hub = await startHub();
    const listeners = await everybodyListens(hub);
    const about = await aStayOn(hub);
    await newsUpTo(listeners, hub.hub.services.board(hubManager()).seq);
    const council = (place: string, before: string) => ({
      ...{ type: 'UpdatePerson', person: { place }, seen: { place: before } },
    });
    const steps: [change: object, shown: Who[], removed: Who[]][] = [
      [{ type: 'TransferPatient', wardId: 'gh-24' }, ['otherWard', 'broker', 'hub'], ['ward']],
      [council('rutland', 'leicester'), ['otherWard', 'otherBroker', 'hub'], ['broker']],
      [council('unknown', 'rutland'), ['otherWard', 'hub'], ['otherBroker']],
      [council('leicester', 'unknown'), ['otherWard', 'broker', 'hub'], []],
      [{ type: 'DeclineTask', taskId: about.taskId, reason: 'not_eligible' }, ['otherWard', 'hub'], ['broker']],
      [{ type: 'AssignTask', taskId: about.taskId, owner: 'lightbulb' }, ['otherWard', 'housing', 'hub'], []],
      [{ type: 'AssignTask', taskId: about.taskId, owner: 'social_care' }, ['otherWard', 'broker', 'hub'], ['housing']],
      [{ type: 'CancelTask', taskId: about.taskId, reason: 'died' }, ['otherWard', 'hub'], ['broker']],
      [{ type: 'ReopenTask', taskId: about.taskId, note: 'In error' }, ['otherWard', 'broker', 'hub'], []],
    ];
    for (const [change, shown, removed] of steps) {
      const { seq } = await mustDo(hub, hubManager(), { spellId: about.spellId, ...change });
      const news = await newsUpTo(listeners, seq);
      expect([change, whoHeard(news, about.spellId, 'cards')]).toEqual([change, shown]);
      expect([change, whoHeard(news, about.spellId, 'removed')]).toEqual([change, removed]);
    }
  }); // prettier-ignore

  it('tells those with a stay of either record of a merge, each of their own, and of its undoing', async () => {
    const hub = await startHub();
    const listeners = await everybodyListens(hub);
    const { spellId } = await aStayOn(hub);
    const more = await anotherRecordOf(hub, spellId, { wardId: 'gh-24' });
    const otherId = more.mergedSpellId;
    await newsUpTo(listeners, hub.hub.services.board(hubManager()).seq);
    const merge = { id: idOf(78), type: 'MergePersons', spellId, ...more };
    const undo = { type: 'UndoMerge', spellId, mergeId: idOf(78), reason: 'Twins' };
    for (const command of [merge, undo]) {
      const { seq } = await mustDo(hub, hubManager(), command);
      const news = await newsUpTo(listeners, seq);
      expect([command.type, whoHeard(news, spellId, 'cards')]).toEqual([command.type, CARE]);
      expect(whoHeard(news, otherId, 'cards')).toEqual(['otherWard', 'hub']);
      expect(JSON.stringify(news.get('otherWard'))).not.toContain(spellId);
    }
  });

  it('brings back somebody who had left the board, when their discharge is taken back', async () => {
    let now = NOW;
    const clock: Clock = { ...clockAt(), now: () => now };
    const hub = await startHub({ clock });
    const listeners = await everybodyListens(hub);
    const { spellId } = await aStayOn(hub);
    await mustDo(hub, hubManager(), {
      ...{ type: 'DischargePatient', spellId, at: NOW, destination: 'care_home' },
    });
    now = '2026-11-23T09:00:00.000Z';
    const gone = await mustDo(hub, TIMER_ACTOR, { type: 'LeaveBoard', spellId });
    await newsUpTo(listeners, gone.seq);
    const { seq, card } = await mustDo(hub, hubManager(), { type: 'CancelDischarge', spellId });
    expect(card).toMatchObject({ id: spellId, dischargedOn: null });
    const news = await newsUpTo(listeners, seq);
    expect(whoHeard(news, spellId, 'cards')).toEqual(CARE);
    expect(whoHeard(news, spellId, 'removed')).toEqual([]);
  });

  it('leaves a home that is followed up with Lightbulb and the hub, until that is done', async () => {
    let now = NOW;
    const clock: Clock = { ...clockAt(), now: () => now };
    const hub = await startHub({ clock });
    const listeners = await everybodyListens(hub);
    const { spellId } = await aStayOn(hub);
    const taskId = idOf(51);
    for (const order of [
      { id: taskId, type: 'AddTask', spellId, taskType: 'key_safe', blocking: true },
      { type: 'RecordNoCriteriaToReside', spellId, readyDate: '2026-11-21', note: 'SECRET' },
      { type: 'DischargePatient', spellId, at: NOW, destination: 'usual_residence' },
    ]) {
      await newsUpTo(listeners, (await mustDo(hub, hubManager(), order)).seq);
    }
    now = '2026-11-23T09:00:00.000Z';
    const left = await mustDo(hub, TIMER_ACTOR, { type: 'LeaveBoard', spellId });
    const news = await newsUpTo(listeners, left.seq);
    expect(whoHeard(news, spellId, 'cards')).toEqual(['housing', 'hub']);
    expect(whoHeard(news, spellId, 'removed')).toEqual(['ward', 'broker']);
    const frames = JSON.stringify(news.get('housing'));
    expect(frames).toContain('"hasLeftBoard":true');
    expect(frames).not.toMatch(/SECRET|nhsNumber|dischargeReadyDate|delayDays|destination|pathway/);
    const done = await mustDo(hub, housingOfficer(), { type: 'CompleteTask', spellId, taskId });
    expect(done.card).toBeNull();
    expect(whoHeard(await newsUpTo(listeners, done.seq), spellId, 'removed')).toEqual([
      ...['housing', 'hub'],
    ]);
  });

  it('takes the card from everybody a day after the patient left', async () => {
    let now = NOW;
    const clock: Clock = { ...clockAt(), now: () => now };
    const hub = await startHub({ clock });
    const listeners = await everybodyListens(hub);
    const { spellId } = await aStayOn(hub);
    const left = { type: 'DischargePatient', spellId, at: NOW, destination: 'care_home' };
    await newsUpTo(listeners, (await mustDo(hub, hubManager(), left)).seq);
    now = '2026-11-23T09:00:00.000Z';
    const { seq } = await mustDo(hub, TIMER_ACTOR, { type: 'LeaveBoard', spellId });
    const news = await newsUpTo(listeners, seq);
    expect(whoHeard(news, spellId, 'removed')).toEqual(CARE);
    expect(whoHeard(news, spellId, 'cards')).toEqual([]);
  });
});
