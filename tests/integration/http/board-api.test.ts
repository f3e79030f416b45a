import { describe, expect, it } from 'vitest';
import { administrator, broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { anAdmission } from '../../factories/command.ts';
import { idOf } from '../../factories/ids.ts';
import { startHub } from '../../factories/running-hub.ts';

async function hubWithPatient() {
  const hub = await startHub();
  const manager = await hub.signInAs(hubManager());
  await hub.send(anAdmission(), manager);
  return { ...hub, manager };
}

describe('GET /api/board', () => {
  it('gives the whole board with what its cards refer to', async () => {
    const hub = await hubWithPatient();
    const response = await hub.get('/api/board', hub.manager);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      protocol: 1,
      epoch: 'epoch-of-tests',
      key: 'hub',
      seq: 1,
      asOfDay: '2026-11-22',
      reset: true,
      cards: [{ id: idOf(100), seq: 1 }],
      removed: [],
      lookups: { wards: expect.any(Array), catalogue: expect.any(Object) },
    });
  });

  it('gives what changed since a seq of this epoch', async () => {
    const hub = await hubWithPatient();
    const since = async (seq: number, epoch = 'epoch-of-tests', key = 'hub') =>
      (await hub.get(`/api/board?since=${seq}&epoch=${epoch}&key=${key}`, hub.manager)).json();
    expect(await since(0)).toMatchObject({ reset: false, cards: [{ id: idOf(100) }] });
    expect(await since(1)).toMatchObject({ reset: false, cards: [], removed: [] });
    expect(await since(1, 'another')).toMatchObject({ reset: true, cards: [{ id: idOf(100) }] });
    expect(await since(1, 'epoch-of-tests', 'ward:lri-23')).toMatchObject({ reset: true });
    expect(await since(99)).toMatchObject({ reset: true });
  });

  it.each(['since=1', 'since=-1&epoch=x', 'since=1.5&epoch=x', 'since=x&epoch=x', 'since=&epoch='])(
    'refuses %s as INVALID',
    async (query) => {
      const hub = await hubWithPatient();
      const response = await hub.get(`/api/board?${query}`, hub.manager);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ ok: false, code: 'INVALID' });
    },
  );

  it('says 304 to a browser that holds it already, and sends it again once it changed', async () => {
    const hub = await hubWithPatient();
    const etag = (await hub.get('/api/board', hub.manager)).headers.get('etag') ?? '';
    expect(etag).toContain('epoch-of-tests.hub.1.2026-11-22');
    const held = { ...hub.manager, 'if-none-match': etag, 'cache-control': 'no-cache' };
    const same = await hub.get('/api/board', held);
    expect(same.status).toBe(304);
    expect(await same.text()).toBe('');

    const command = {
      id: idOf(1),
      type: 'SetEdd',
      spellId: idOf(100),
      edd: '2026-11-27',
      seen: null,
    };
    await hub.send(command, hub.manager);
    const changed = await hub.get('/api/board', held);
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({ seq: 2, cards: [{ edd: '2026-11-27' }] });
  });

  it('gives each audience its own, with an ETag of its own', async () => {
    const hub = await hubWithPatient();
    const readers = [wardCoordinator(), broker({ place: 'rutland' }), administrator()];
    const answers = await Promise.all(
      readers.map(async (reader) => hub.get('/api/board', await hub.signInAs(reader))),
    );
    const boards = await Promise.all(answers.map((answer) => answer.json()));
    expect(boards.map(({ key }) => key)).toEqual(['ward:lri-23,lri-31', 'broker:rutland', 'admin']);
    expect(boards.map(({ cards }) => cards.length)).toEqual([1, 0, 0]);
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(3);
  });

  it.each([
    ['identity', null],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
  ])('is written for whoever can read %s', async (accepted, coding) => {
    const hub = await hubWithPatient();
    const answer = await hub.get('/api/board', { ...hub.manager, 'accept-encoding': accepted });
    const whole = await hub.get('/api/board', { ...hub.manager, 'accept-encoding': 'identity' });
    expect(answer.headers.get('content-encoding')).toBe(coding);
    expect(answer.headers.get('vary')).toContain('Accept-Encoding');
    expect(await answer.json()).toEqual(await whole.json());
  });

  it('counts in its log who found a board not to be what it should be, without saying whose', async () => {
    const lines: string[] = [];
    const hub = await startHub({ logTo: (line) => lines.push(line) });
    const manager = await hub.signInAs(hubManager());
    await hub.get('/api/board', manager);
    await hub.get('/api/board', { ...manager, 'hub-mismatch': '1' });
    await hub.get('/api/board', { ...manager, 'hub-mismatch': '1' });
    const told = lines.filter((line) => line.includes('not what it should be'));
    expect(told.map((line) => (JSON.parse(line) as { mismatches: number }).mismatches)).toEqual([
      ...[1, 2],
    ]);
    expect(told.join()).not.toContain(hubManager().name);
  });

  it('answers 401 to whoever is not signed in', async () => {
    const hub = await hubWithPatient();
    const response = await hub.get('/api/board');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ ok: false, code: 'NOT_SIGNED_IN' });
  });
});

describe('GET /api/spells/:id', () => {
  it('gives everything about one stay, and notes who looked', async () => {
    const hub = await hubWithPatient();
    const ward = await hub.signInAs(wardCoordinator());
    const response = await hub.get(`/api/spells/${idOf(100)}`, ward);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      card: { id: idOf(100) },
      history: [{ seq: 1 }],
      stay: { hospitalNumber: 'S1000001' },
    });
    expect(hub.db.prepare('SELECT * FROM read_audit').all()).toMatchObject([
      { actor_id: 'user-ward', kind: 'spell_viewed', spell_id: idOf(100) },
    ]);
  });

  it('gives the same 404 for what is not there and for what is not theirs, and notes neither', async () => {
    const hub = await hubWithPatient();
    const others = await hub.signInAs(broker({ place: 'rutland' }));
    const answers = await Promise.all(
      [idOf(100), idOf(999), 'nonsense', '%27%20OR%201'].map((id) =>
        hub.get(`/api/spells/${id}`, others),
      ),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(texts).size).toBe(1);
    expect(hub.db.prepare('SELECT * FROM read_audit').all()).toEqual([]);
  });

  it('is not shown when the look cannot be noted', async () => {
    const hub = await startHub({
      breakStore: () => ({ recordRead: () => Promise.reject(new Error('full')) }),
    });
    const manager = await hub.signInAs(hubManager());
    await hub.send(anAdmission(), manager);
    expect((await hub.get(`/api/spells/${idOf(100)}`, manager)).status).toBe(500);
  });
});
