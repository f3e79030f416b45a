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
import { aStayOn, mustDo } from '../factories/hub-stays.ts';
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

const CARE: Who[] = ['ward', 'broker', 'hub'];

/** Every kind of event on somebody from Leicester with a social care task, in a possible order. */
const STEPS: [name: string, command: (stay: { spellId: string; taskId: string }) => object][] = [
  ['an EDD', ({ spellId }) => ({ type: 'SetEdd', spellId, edd: '2026-11-27', seen: null })],
  ['a pathway', ({ spellId }) => ({ type: 'SetPathway', spellId, pathway: 'reablement', seen: null })],
  ['no criteria to reside', ({ spellId }) => ({ type: 'RecordNoCriteriaToReside', spellId, readyDate: '2026-11-21' })],
  ['criteria to reside', ({ spellId }) => ({ type: 'RecordCriteriaToReside', spellId })],
  ['a task added', ({ spellId }) => ({ type: 'AddTask', spellId, taskType: 'funding_decision', blocking: false })],
  ['a task claimed', ({ spellId, taskId }) => ({ type: 'ClaimTask', spellId, taskId })],
  ['a task started', ({ spellId, taskId }) => ({ type: 'StartTask', spellId, taskId })],
  ['a task released', ({ spellId, taskId }) => ({ type: 'ReleaseTask', spellId, taskId })],
  ['a task done', ({ spellId, taskId }) => ({ type: 'CompleteTask', spellId, taskId })],
  ['a note', ({ spellId }) => ({ type: 'AddNote', spellId, text: 'Daughter visits at six.' })],
  ['a discharge', ({ spellId }) => ({ type: 'DischargePatient', spellId, at: NOW, destination: 'usual_residence' })],
]; // prettier-ignore

describe('who hears what over sockets', () => {
  it('brings each kind of event to those who may see the patient, and to nobody else', async () => {
    const hub = await startHub();
    const listeners = await everybodyListens(hub);
    const stay = await aStayOn(hub);
    await newsUpTo(listeners, hub.hub.services.board(hubManager()).seq);
    for (const [name, command] of STEPS) {
      const { seq } = await mustDo(hub, hubManager(), command(stay));
      const news = await newsUpTo(listeners, seq);
      expect([name, whoHeard(news, stay.spellId, 'cards')]).toEqual([name, CARE]);
      expect([name, whoHeard(news, stay.spellId, 'removed')]).toEqual([name, []]);
    }
  });

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
