import { describe, expect, it } from 'vitest';
import { createClock } from '../../server/clock.ts';
import { hubManager, wardCoordinator } from '../factories/actor.ts';
import { NOW } from '../factories/clock.ts';
import {
  TEST_PASSWORD,
  heard,
  refusedWith,
  startHub,
  testPasswordHash,
} from '../factories/running-hub.ts';

const MINUTE_MS = 60_000;
const LOCK_AFTER_MS = 30 * MINUTE_MS;
const MANAGER = 'user-hub';

/** A hub whose clock the test moves; the timer that locks looks only when a test makes it short. */
async function aHub(sessionCheckIntervalMs = 600_000) {
  let ms = Date.parse(NOW);
  const clock = createClock('Europe/London', () => ms);
  const hub = await startHub({
    clock,
    config: { lockAfterMs: LOCK_AFTER_MS, sessionCheckIntervalMs },
  });
  const manager = await hub.signInAs(hubManager());
  const post = (path: string, headers: Record<string, string>, body: unknown = {}) =>
    fetch(hub.url + path, {
      method: 'POST',
      headers: { origin: hub.origin, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const board = async (headers: Record<string, string> = manager) =>
    (await hub.get('/api/board', headers)).status;
  expect(await board()).toBe(200);
  return {
    ...{ hub, manager, post, board },
    forward: (byMs: number) => {
      ms += byMs;
    },
  };
}

describe('a session that nobody uses', () => {
  it('is locked after the limit, and answers nothing about patients', async () => {
    const { hub, manager, board, forward } = await aHub();
    forward(LOCK_AFTER_MS - 1);
    expect(await board()).toBe(200);
    forward(1);
    const locked = await hub.get('/api/board', manager);
    expect(locked.status).toBe(401);
    expect(await locked.json()).toMatchObject({ ok: false, code: 'LOCKED' });
    expect((await refusedWith(hub.connect(manager))).data).toEqual({ code: 'LOCKED' });
    expect((await hub.send({ type: 'SetEdd' }, manager)).status).toBe(401);
  });

  it.each([
    ['says that somebody is there', '/api/input'],
    ['is sent a change', '/api/commands'],
  ])('is not locked while the hub %s', async (_what, path) => {
    const { manager, post, board, forward } = await aHub();
    forward(LOCK_AFTER_MS - 1);
    await post(path, manager);
    forward(LOCK_AFTER_MS - 1);
    expect(await board()).toBe(200);
  });

  it.each([
    ['reads the board', '/api/board'],
    ['asks for what a page shows', '/wards.data'],
    ['asks which pages there are', '/__manifest?p=/wards'],
  ])('is locked however often an open page %s', async (_what, path) => {
    const { hub, manager, board, forward } = await aHub();
    for (let third = 0; third < 3; third += 1) {
      forward(LOCK_AFTER_MS / 3);
      await hub.get(path, manager);
    }
    expect(await board()).toBe(401);
  });

  it('is not locked while pages are opened, which needs no script', async () => {
    const { hub, manager, board, forward } = await aHub();
    forward(LOCK_AFTER_MS - 1);
    await hub.get('/wards', manager);
    forward(LOCK_AFTER_MS - 1);
    expect(await board()).toBe(200);
  });

  it('closes its sockets with its own reason, though they are heard of all the time', async () => {
    const { hub, manager, forward } = await aHub(20);
    const ward = await hub.signInAs(wardCoordinator());
    const [mine, other] = [hub.connect(manager), hub.connect(ward)];
    await Promise.all([heard(mine, 'hello'), heard(other, 'hello')]);
    const told = heard(mine, 'session:ended');
    forward(LOCK_AFTER_MS / 2);
    await hub.send({}, ward);
    forward(LOCK_AFTER_MS / 2);
    expect(await told).toMatchObject({ isLocked: true });
    await expect.poll(() => mine.connected).toBe(false);
    expect(other.connected).toBe(true);
  });

  it('stays locked when the server is started anew; one that stood begins anew', async () => {
    const { hub, manager, post, forward } = await aHub();
    const standing = await hub.signInAs(wardCoordinator());
    await post('/api/lock', manager);
    const kept = hub.db.prepare('SELECT ended_at FROM sessions WHERE user_id = ?').get(MANAGER);
    expect(kept).toMatchObject({ ended_at: expect.stringContaining('T') });
    forward(LOCK_AFTER_MS * 2);
    // The hub has not heard of this one yet, as after a start.
    expect((await hub.get('/api/board', standing)).status).toBe(200);
  });
});

describe('a page that is locked', () => {
  it('locks its session at once, and no one else’s', async () => {
    const { hub, manager, post, board } = await aHub();
    const ward = await hub.signInAs(wardCoordinator());
    expect((await post('/api/lock', { ...ward, 'hub-user': MANAGER })).status).toBe(401);
    expect(await board(ward)).toBe(200);
    expect((await post('/api/lock', { ...manager, 'hub-user': MANAGER })).status).toBe(204);
    expect(await board()).toBe(401);
    expect(await board(ward)).toBe(200);
  });

  it('is unlocked by its person’s password, with a session of its own', async () => {
    const { hub, manager, post, board } = await aHub();
    const account = await hub.accounts.findById(MANAGER);
    if (account === null) throw new Error('The account is missing');
    const passwordHash = await testPasswordHash();
    await hub.accounts.save({ ...account, passwordHash }, 'test', hub.clock.now());
    await post('/api/lock', manager);

    const wrong = await post('/api/unlock', manager, {
      userId: MANAGER,
      password: 'a guess of it',
    });
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ message: 'The password is wrong.' });
    expect(await board()).toBe(401);

    const right = await post('/api/unlock', manager, { userId: MANAGER, password: TEST_PASSWORD });
    expect(right.status).toBe(200);
    const cookie = (right.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(await board({ cookie })).toBe(200);
    expect(await board()).toBe(401);
  });

  it('is guessed at no more often than the page of signing in', async () => {
    const { manager, post } = await aHub();
    const statuses: number[] = [];
    for (let guess = 0; guess < 11; guess += 1) {
      const answer = await post('/api/unlock', manager, { userId: MANAGER, password: 'a guess' });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses[10]).toBe(429);
  });

  it.each([
    ['of somebody else, by their own password', { userId: 'user-ward' }, {}],
    ['whose account was closed', {}, { isDisabled: true }],
  ])('%s stays locked to whoever knows a password', async (_what, asked, changes) => {
    const { hub, manager, post, board } = await aHub();
    const ward = await hub.signInAs(wardCoordinator());
    const account = await hub.accounts.findById(MANAGER);
    if (account === null) throw new Error('The account is missing');
    const passwordHash = await testPasswordHash();
    await hub.accounts.save({ ...account, passwordHash, ...changes }, 'test', hub.clock.now());
    await post('/api/lock', manager);
    const body = { userId: MANAGER, password: TEST_PASSWORD, ...asked };
    const answer = await post('/api/unlock', manager, body);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ message: 'The password is wrong.' });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await board()).toBe(401);
    expect(await board(ward)).toBe(200);
  });

  it('takes nothing from another site, and nothing for whom it is not', async () => {
    const { manager, post, board } = await aHub();
    for (const path of ['/api/input', '/api/lock', '/api/unlock']) {
      const elsewhere = { ...manager, origin: 'https://evil.example' };
      expect([path, (await post(path, elsewhere)).status]).toEqual([path, 403]);
    }
    for (const path of ['/api/input', '/api/lock']) {
      expect([path, (await post(path, {})).status]).toEqual([path, 401]);
      const asAnother = { ...manager, 'hub-user': 'user-ward' };
      expect([path, (await post(path, asAnother)).status]).toEqual([path, 401]);
    }
    expect(await board()).toBe(200);
  });

  it.each([
    ['nothing', {}],
    ['no text', { userId: 1, password: ['a'] }],
    ['nobody', { userId: 'nobody', password: 'a guess' }],
  ])('is not unlocked by %s', async (_what, body) => {
    const { manager, post } = await aHub();
    const answer = await post('/api/unlock', manager, body);
    expect([400, 401]).toContain(answer.status);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});
