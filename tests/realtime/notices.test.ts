import { describe, expect, it } from 'vitest';
import type { Actor } from '../../domain/actor.ts';
import { administrator, broker, housingOfficer, hubManager, wardCoordinator } from '../factories/actor.ts'; // prettier-ignore
import { aStayOn, mustDo } from '../factories/hub-stays.ts';
import type { RunningHub, TestClient } from '../factories/running-hub.ts';
import { connectClient, heard, startHub } from '../factories/running-hub.ts';

const PEOPLE = {
  ben: broker(),
  rosa: broker({ id: 'user-rosa' }),
  rutland: broker({ id: 'user-rutland', place: 'rutland' }),
  priya: wardCoordinator(),
  far: wardCoordinator({ id: 'user-far', wardIds: ['gh-24'] }),
  holly: housingOfficer(),
  hana: hubManager(),
  meg: hubManager({ id: 'user-meg' }),
  adam: administrator(),
} satisfies Record<string, Actor>;
type Who = keyof typeof PEOPLE;
const EVERYBODY = Object.keys(PEOPLE) as Who[]; // the keys of PEOPLE are Who

type Listener = { who: Who; client: TestClient; counts: number[] };

async function everybodyListens(hub: RunningHub): Promise<Listener[]> {
  return Promise.all(
    EVERYBODY.map(async (who) => {
      const client = hub.connect(await hub.signInAs(PEOPLE[who]));
      const counts: number[] = [];
      client.on('notices', ({ unread }) => counts.push(unread));
      await heard(client, 'notices');
      counts.splice(0);
      return { who, client, counts };
    }),
  );
}

/** What each was told since the last time, once `last` has been told something. */
async function toldUpTo(listeners: Listener[], last: Who): Promise<Record<string, number[]>> {
  const awaited = listeners.find(({ who }) => who === last);
  if (awaited !== undefined && awaited.counts.length === 0) await heard(awaited.client, 'notices');
  const told: Record<string, number[]> = {};
  for (const { who, client, counts } of listeners) {
    // In order: whatever was sent before this answer has arrived by then.
    await client.emitWithAck('presence:view', { spellId: null });
    if (counts.length > 0) told[who] = counts.splice(0);
  }
  return told;
}

describe('who hears of notices over sockets', () => {
  it('is each person of their own, as a number and nothing else', async () => {
    const hub = await startHub();
    const listeners = await everybodyListens(hub);
    const { spellId, taskId } = await aStayOn(hub);
    const onTask = { spellId, taskId };
    const ben = { owner: 'social_care', assigneeId: PEOPLE.ben.id };
    await mustDo(hub, PEOPLE.hana, { type: 'AssignTask', ...onTask, ...ben });
    expect(await toldUpTo(listeners, 'ben')).toEqual({ ben: [1] });

    await mustDo(hub, PEOPLE.ben, { type: 'AskAboutTask', ...onTask, askedOf: 'ward', question: 'Which visits?' }); // prettier-ignore
    expect(await toldUpTo(listeners, 'priya')).toEqual({ priya: [1] });

    await mustDo(hub, PEOPLE.priya, { type: 'RecordNoCriteriaToReside', spellId, readyDate: '2026-11-21' }); // prettier-ignore
    expect(await toldUpTo(listeners, 'ben')).toEqual({ ben: [2] });

    await mustDo(hub, PEOPLE.ben, { type: 'DeclineTask', ...onTask, reason: 'not_eligible' });
    expect(await toldUpTo(listeners, 'meg')).toEqual({ hana: [1], meg: [1] });

    await hub.hub.services.notices.markRead(PEOPLE.ben, { upToId: 999 });
    expect(await toldUpTo(listeners, 'ben')).toEqual({ ben: [0] });
  });

  it('is every window of that person, and one that shows no board hears nothing else', async () => {
    const hub = await startHub();
    const headers = await hub.signInAs(PEOPLE.ben);
    const board = hub.connect(headers);
    const alone = connectClient(hub.url, { origin: hub.origin, ...headers }, { only: 'notices' });
    const events: string[] = [];
    alone.onAny((name: string) => events.push(name));
    await Promise.all([heard(board, 'notices'), heard(alone, 'notices')]);
    const { spellId, taskId } = await aStayOn(hub);
    const toBoard = heard(board, 'notices');
    const toAlone = heard(alone, 'notices');
    await mustDo(hub, PEOPLE.hana, { type: 'AssignTask', spellId, taskId, owner: 'social_care', assigneeId: PEOPLE.ben.id }); // prettier-ignore
    expect(await toBoard).toEqual({ unread: 1 });
    expect(await toAlone).toEqual({ unread: 1 });
    expect(events).toEqual(['hello', 'notices', 'notices']);
  });

  it('comes behind the card that it is about', async () => {
    const hub = await startHub();
    const client = hub.connect(await hub.signInAs(PEOPLE.ben));
    await heard(client, 'notices');
    const { spellId, taskId } = await aStayOn(hub);
    await client.emitWithAck('presence:view', { spellId: null });
    const events: string[] = [];
    client.onAny((name: string) => events.push(name));
    const told = heard(client, 'notices');
    await mustDo(hub, PEOPLE.hana, { type: 'AssignTask', spellId, taskId, owner: 'social_care', assigneeId: PEOPLE.ben.id }); // prettier-ignore
    await told;
    expect(events).toEqual(['board:changes', 'notices']);
  });

  it('is told again after a connection that was gone, and ends with the session', async () => {
    const hub = await startHub();
    const headers = await hub.signInAs(PEOPLE.ben);
    const { spellId, taskId } = await aStayOn(hub);
    await mustDo(hub, PEOPLE.hana, { type: 'AssignTask', spellId, taskId, owner: 'social_care', assigneeId: PEOPLE.ben.id }); // prettier-ignore
    const client = connectClient(hub.url, { origin: hub.origin, ...headers }, { only: 'notices' });
    let unread = (await heard(client, 'notices')).unread;
    if (unread === 0) ({ unread } = await heard(client, 'notices'));
    expect(unread).toBe(1);
    const ended = heard(client, 'session:ended');
    await hub.signOut(headers);
    expect(await ended).toEqual({ message: 'You have signed out.' });
  });
});
