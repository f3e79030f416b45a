import { describe, expect, it } from 'vitest';
import { digestOf } from '../../domain/protocol.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../factories/actor.ts';
import { anAdmission } from '../factories/command.ts';
import { idOf } from '../factories/ids.ts';
import type { RunningHub, TestClient } from '../factories/running-hub.ts';
import { heard, startHub } from '../factories/running-hub.ts';
import { createClock } from '../../server/clock.ts';

const spellId = idOf(100);

async function connected(hub: RunningHub, who: Parameters<RunningHub['signInAs']>[0]) {
  const headers = await hub.signInAs(who);
  const client = hub.connect(headers);
  await heard(client, 'hello');
  return { client, headers };
}

/** All that a client is told from now on. */
function listen(client: TestClient): { name: string; body: unknown }[] {
  const told: { name: string; body: unknown }[] = [];
  client.onAny((name: string, body: unknown) => told.push({ name, body }));
  return told;
}

const view = (client: TestClient, id: string | null) =>
  new Promise((resolve) => {
    client.emit('presence:view', { spellId: id }, resolve);
  });

describe('news by socket', () => {
  it('reaches those who may see the patient, and nobody else', async () => {
    const hub = await startHub();
    const [manager, ward, rutland, admin] = await Promise.all([
      connected(hub, hubManager()),
      connected(hub, wardCoordinator()),
      connected(hub, broker({ place: 'rutland' })),
      connected(hub, administrator()),
    ]);
    const others = [rutland, admin].map(({ client }) => listen(client));
    const news = Promise.all([
      heard(manager.client, 'board:changes'),
      heard(ward.client, 'board:changes'),
    ]);
    await hub.send(anAdmission(), manager.headers);
    for (const changes of await news) {
      expect(changes).toMatchObject({ seq: 1, cards: [{ id: spellId, seq: 1 }], removed: [] });
    }
    // What was sent before this answer has arrived before it.
    await Promise.all([view(rutland.client, null), view(admin.client, null)]);
    expect(others).toEqual([[], []]);
  });

  it('names what each audience should hold, from time to time', async () => {
    const hub = await startHub({ config: { headIntervalMs: 20 } });
    const { client, headers } = await connected(hub, hubManager());
    const { client: rutland } = await connected(hub, broker({ place: 'rutland' }));
    await hub.send(anAdmission(), headers);
    await expect
      .poll(() => heard(client, 'head'))
      .toEqual({
        seq: 1,
        digest: digestOf([{ id: spellId, seq: 1 }]),
      });
    expect(await heard(rutland, 'head')).toEqual({ seq: 1, digest: digestOf([]) });
  });

  it('tells everybody when London begins a new day', async () => {
    let ms = Date.parse('2026-03-29T22:59:59.900Z');
    const hub = await startHub({ clock: createClock('Europe/London', () => ms) });
    const { client } = await connected(hub, hubManager());
    const day = heard(client, 'day');
    ms += 200;
    expect(await day).toEqual({ asOfDay: '2026-03-30' });
  });

  it('goes to the new room when somebody’s wards change', async () => {
    const hub = await startHub({ config: { sessionCheckIntervalMs: 20 } });
    const { client } = await connected(hub, wardCoordinator());
    const lost = new Promise((resolve) => client.once('disconnect', resolve));
    const account = await hub.accounts.findById('user-ward');
    if (account === null) throw new Error('The account is missing');
    await hub.accounts.save({ ...account, wardIds: ['gh-24'] }, 'test', hub.clock.now());
    // Not a refusal: the browser's library connects again by itself.
    expect(await lost).toBe('transport close');
    const again = heard(client, 'hello');
    client.connect();
    expect(await again).toMatchObject({ key: 'ward:gh-24' });
  });
});

describe('who is looking', () => {
  it('is told to those who may see the patient, when somebody comes and when they go', async () => {
    const hub = await startHub();
    const manager = await connected(hub, hubManager());
    const ward = await connected(hub, wardCoordinator());
    const rutland = await connected(hub, broker({ place: 'rutland' }));
    await hub.send(anAdmission(), manager.headers);
    const unseen = listen(rutland.client);

    const came = heard(ward.client, 'presence');
    expect(await view(manager.client, spellId)).toEqual({ ok: true });
    expect(await came).toEqual({ spellId, viewers: [{ id: 'user-hub', name: 'Hana Hub' }] });

    const late = hub.connect(ward.headers);
    expect(await heard(late, 'presence')).toMatchObject({ spellId, viewers: [{ id: 'user-hub' }] });

    const went = heard(ward.client, 'presence');
    manager.client.disconnect();
    expect(await went).toEqual({ spellId, viewers: [] });

    await view(rutland.client, null);
    expect(unseen).toEqual([]);
  });

  it('is told where they write, in words that the reader may know', async () => {
    const hub = await startHub();
    const manager = await connected(hub, hubManager());
    const ward = await connected(hub, wardCoordinator());
    const housing = await connected(hub, housingOfficer());
    await hub.send(anAdmission(), manager.headers);
    const task = { id: idOf(9), type: 'AddTask', spellId, taskType: 'key_safe', blocking: true };
    expect((await hub.send(task, manager.headers)).status).toBe(200);
    const told = [heard(ward.client, 'presence'), heard(housing.client, 'presence')];
    manager.client.emit('presence:view', { spellId, editing: 'pathway' });
    const person = { id: 'user-hub', name: 'Hana Hub' };
    expect(await Promise.all(told)).toEqual([
      { spellId, viewers: [{ ...person, editing: 'pathway' }] },
      { spellId, viewers: [person] },
    ]);
    const refused = await new Promise((resolve) => {
      // @ts-expect-error -- only the parts of a plan are known
      manager.client.emit('presence:view', { spellId, editing: 'Patel' }, resolve);
    });
    expect(refused).toMatchObject({ ok: false, code: 'INVALID' });
  });

  it('is refused for a patient who is not in sight, as for one who is not there', async () => {
    const hub = await startHub();
    const manager = await connected(hub, hubManager());
    const rutland = await connected(hub, broker({ place: 'rutland' }));
    await hub.send(anAdmission(), manager.headers);
    const told = listen(manager.client);
    const theirs = await view(rutland.client, spellId);
    expect(theirs).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await view(rutland.client, idOf(999))).toEqual(theirs);
    await view(manager.client, null);
    expect(told.filter(({ name }) => name === 'presence')).toEqual([]);
  });
});

describe('the timer', () => {
  it('takes people who left a day ago off the board, and tells it', async () => {
    let ms = Date.parse('2026-11-22T09:00:00.000Z');
    const hub = await startHub({
      clock: createClock('Europe/London', () => ms),
      config: { leaveBoardIntervalMs: 100 },
    });
    const { client, headers } = await connected(hub, hubManager());
    await hub.send(anAdmission(), headers);
    const discharge = {
      id: idOf(2),
      type: 'DischargePatient',
      spellId,
      at: '2026-11-22T08:30:00.000Z',
      destination: 'usual_residence',
    };
    expect((await hub.send(discharge, headers)).status).toBe(200);
    const left = new Promise((resolve) => {
      client.on('board:changes', ({ removed }) => {
        if (removed.length > 0) resolve(removed);
      });
    });
    ms = Date.parse('2026-11-23T08:29:00.000Z') + 61_000;
    expect(await left).toEqual([{ id: spellId, seq: 3 }]);
    expect(hub.db.prepare('SELECT role FROM events WHERE seq = 3').pluck().get()).toBe('timer');
  });
});
