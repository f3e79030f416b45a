import { describe, expect, it } from 'vitest';
import { hubManager, wardCoordinator } from '../factories/actor.ts';
import { TEST_PASSWORD, heard, startHub, testPasswordHash } from '../factories/running-hub.ts';
import { createClock } from '../../server/clock.ts';
import { NOW } from '../factories/clock.ts';

const HOUR_MS = 3_600_000;

function movableClock() {
  let ms = Date.parse(NOW);
  const clock = createClock('Europe/London', () => ms);
  return {
    clock,
    forward: (byMs: number) => {
      ms += byMs;
    },
  };
}

describe('a session', () => {
  it('ends after twelve hours, however much it was used', async () => {
    const { clock, forward } = movableClock();
    const hub = await startHub({ clock });
    const manager = await hub.signInAs(hubManager());
    forward(12 * HOUR_MS - 1);
    expect((await hub.get('/api/board', manager)).status).toBe(200);
    forward(1);
    const late = await hub.get('/api/board', manager);
    expect(late.status).toBe(401);
    expect(await late.json()).toMatchObject({ ok: false, code: 'NOT_SIGNED_IN' });
  });

  it('ends at once when the account is closed', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const account = await hub.accounts.findById('user-hub');
    if (account === null) throw new Error('The account is missing');
    await hub.accounts.save({ ...account, isDisabled: true }, 'test', hub.clock.now());
    expect((await hub.get('/api/board', manager)).status).toBe(401);
  });

  it('ends by signing out, and the cookie is taken away', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const response = await hub.signOut(manager);
    expect(response.status).toBe(302);
    expect(response.headers.get('set-cookie')).toMatch(/^hub_session=; Max-Age=0;/);
    expect((await hub.get('/api/board', manager)).status).toBe(401);
  });

  it.each([
    ['no cookie', ''],
    ['an empty token', 'hub_session='],
    ['an invented token', `hub_session=${'A'.repeat(43)}`],
    ['a token of another shape', "hub_session=' OR 1=1 --"],
    ['a very long token', `hub_session=${'A'.repeat(5000)}`],
  ])('is not there with %s', async (_what, cookie) => {
    const hub = await startHub();
    await hub.signInAs(hubManager());
    expect((await hub.get('/api/board', { cookie })).status).toBe(401);
  });

  it('takes its sockets along when the person signs out, and leaves those of others', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const ward = await hub.signInAs(wardCoordinator());
    const [mine, second, other] = [manager, manager, ward].map((who) => hub.connect(who));
    if (!mine || !second || !other) throw new Error('A client is missing');
    await Promise.all([mine, second, other].map((client) => heard(client, 'hello')));
    const told = Promise.all([heard(mine, 'session:ended'), heard(second, 'session:ended')]);
    await hub.signOut(manager);
    expect(await told).toEqual([
      { message: 'You have signed out.' },
      { message: 'You have signed out.' },
    ]);
    await expect.poll(() => mine.connected || second.connected).toBe(false);
    expect(other.connected).toBe(true);
  });

  it('takes its sockets along when somebody signs in there again', async () => {
    const hub = await startHub();
    const passwordHash = await testPasswordHash();
    await hub.addAccount(wardCoordinator(), { passwordHash });
    const manager = await hub.signInAs(hubManager());
    const client = hub.connect(manager);
    await heard(client, 'hello');
    const told = heard(client, 'session:ended');
    await hub.signIn('user-ward@hub.test', TEST_PASSWORD, manager);
    expect(await told).toEqual({ message: 'Somebody has signed in here again.' });
    await expect.poll(() => client.connected).toBe(false);
  });

  it('takes its sockets along when it expires', async () => {
    const { clock, forward } = movableClock();
    const hub = await startHub({ clock });
    const manager = await hub.signInAs(hubManager());
    forward(12 * HOUR_MS - 150);
    const client = hub.connect(manager);
    expect(await heard(client, 'session:ended')).toMatchObject({
      message: expect.stringContaining('12 hours'),
    });
  });

  it('takes its sockets along when an administrator ends it', async () => {
    const hub = await startHub({ config: { sessionCheckIntervalMs: 20 } });
    const client = hub.connect(await hub.signInAs(hubManager()));
    await heard(client, 'hello');
    const told = heard(client, 'session:ended');
    await hub.accounts.endSessionsOf('user-hub', hub.clock.now());
    expect(await told).toMatchObject({ message: expect.stringContaining('has ended') });
  });

  it('that a browser keeps for somebody else changes nothing as that person', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const answer = await hub.send({ type: 'SetEdd' }, { ...manager, 'hub-user': 'user-ward' });
    expect(answer.status).toBe(401);
    const own = await hub.send({ type: 'SetEdd' }, { ...manager, 'hub-user': 'user-hub' });
    expect(own.status).toBe(400);
  });
});
