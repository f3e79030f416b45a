import { describe, expect, it } from 'vitest';
import { FAILURES_ALLOWED } from '../../server/accounts/sign-in-throttle.ts';
import { hubManager, wardCoordinator } from '../factories/actor.ts';
import { TEST_PASSWORD, startHub, testPasswordHash } from '../factories/running-hub.ts';

const EMAIL = 'user-hub@hub.test';
const WRONG = 'The email address or password is wrong.';

async function hubWithManager(config = {}) {
  const hub = await startHub({ config });
  const passwordHash = await testPasswordHash();
  const account = await hub.addAccount(hubManager(), { passwordHash });
  return { ...hub, account };
}

const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? '';

describe('signing in', () => {
  it('with the right password gives a session, which the database knows by its hash only', async () => {
    const hub = await hubWithManager();
    const response = await hub.signIn(EMAIL, TEST_PASSWORD);
    expect(response.status).toBe(302);
    expect(cookieOf(response)).toMatch(
      /^hub_session=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const cookie = cookieOf(response).split(';')[0] ?? '';
    expect((await hub.get('/api/board', { cookie })).status).toBe(200);
    const kept = JSON.stringify(hub.db.prepare('SELECT * FROM sessions').all());
    expect(kept).not.toContain(cookie.split('=')[1]);
  });

  it('takes the address in capitals and with spaces around it', async () => {
    const hub = await hubWithManager();
    expect((await hub.signIn(` ${EMAIL.toUpperCase()} `, TEST_PASSWORD)).status).toBe(302);
  });

  it('gives a cookie for https alone where the hub has https', async () => {
    const hub = await hubWithManager({ publicOrigin: 'https://hub.example.org' });
    const response = await hub.signIn(EMAIL, TEST_PASSWORD);
    expect(cookieOf(response)).toMatch(/^__Host-hub_session=.*; Path=\/; HttpOnly; .*; Secure$/);
  });

  it('says the same for a wrong password, an unknown address and a closed account', async () => {
    const hub = await hubWithManager();
    const passwordHash = await testPasswordHash();
    await hub.addAccount(wardCoordinator(), { passwordHash, isDisabled: true });
    const answers = await Promise.all([
      hub.signIn(EMAIL, 'another password'),
      hub.signIn('nobody@hub.test', TEST_PASSWORD),
      hub.signIn('user-ward@hub.test', TEST_PASSWORD),
      hub.signIn(EMAIL, 'x'.repeat(5000)),
    ]);
    for (const response of answers) {
      expect(response.status).toBe(401);
      expect(cookieOf(response)).toBe('');
      expect(await response.json()).toEqual({ ok: false, code: 'NOT_SIGNED_IN', message: WRONG });
    }
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const hub = await hubWithManager();
    const timeOf = async (email: string) => {
      const startedAt = performance.now();
      await hub.signIn(email, 'another password');
      return performance.now() - startedAt;
    };
    await timeOf('warm-up@hub.test');
    const known = await timeOf(EMAIL);
    const unknown = await timeOf('nobody@hub.test');
    // A look into the database alone takes a tenth of a password check.
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it('says what is missing', async () => {
    const hub = await hubWithManager();
    const response = await hub.signIn('', '');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'INVALID',
      fields: { email: 'Enter your email address', password: 'Enter your password' },
    });
  });

  it('does not let somebody in without a password who has none', async () => {
    const hub = await startHub();
    await hub.addAccount(hubManager(), { passwordHash: null });
    expect((await hub.signIn(EMAIL, 'null')).status).toBe(401);
  });

  it('ends the session that this browser had before', async () => {
    const hub = await hubWithManager();
    const first = cookieOf(await hub.signIn(EMAIL, TEST_PASSWORD)).split(';')[0] ?? '';
    await hub.signIn(EMAIL, TEST_PASSWORD, { cookie: first });
    expect((await hub.get('/api/board', { cookie: first })).status).toBe(401);
  });

  it('keeps each attempt, without the password', async () => {
    const hub = await hubWithManager();
    await hub.signIn(EMAIL, 'not the password');
    await hub.signIn(EMAIL, TEST_PASSWORD);
    const attempts = hub.db.prepare('SELECT * FROM login_attempts ORDER BY id').all();
    expect(attempts).toMatchObject([
      { user_id: 'user-hub', is_success: 0 },
      { user_id: 'user-hub', is_success: 1 },
    ]);
  });
});

describe('guessing passwords', () => {
  it('is stopped for a while, also when all guesses come at once and one is right', async () => {
    const hub = await hubWithManager();
    const guesses = Array.from({ length: FAILURES_ALLOWED.accountAndAddress + 5 }, () =>
      hub.signIn(EMAIL, 'a guess'),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(5).fill(429)]);

    const right = await hub.signIn(EMAIL, TEST_PASSWORD);
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(await right.json()).toMatchObject({
      code: 'TOO_MANY',
      message: 'Too many attempts to sign in. Try again in 15 minutes.',
    });
  });

  it('does not lock the owner out who sits somewhere else', async () => {
    const hub = await hubWithManager({ trustProxy: 1 });
    for (let guess = 0; guess < 12; guess += 1) {
      await hub.signIn(EMAIL, 'a guess', { 'x-forwarded-for': '203.0.113.9' });
    }
    const owner = await hub.signIn(EMAIL, TEST_PASSWORD, { 'x-forwarded-for': '198.51.100.1' });
    expect(owner.status).toBe(302);
  });

  it('is not helped by an invented address when there is no proxy', async () => {
    const hub = await hubWithManager();
    for (let guess = 0; guess < 10; guess += 1) {
      await hub.signIn(EMAIL, 'a guess', { 'x-forwarded-for': `203.0.113.${guess}` });
    }
    expect((await hub.signIn(EMAIL, TEST_PASSWORD)).status).toBe(429);
  });

  it('does not count typing errors of one person against the next', async () => {
    const hub = await hubWithManager();
    const passwordHash = await testPasswordHash();
    await hub.addAccount(wardCoordinator(), { passwordHash });
    for (let guess = 0; guess < 12; guess += 1) await hub.signIn(EMAIL, 'a guess');
    expect((await hub.signIn('user-ward@hub.test', TEST_PASSWORD)).status).toBe(302);
  });

  it('with very long addresses does not fill the memory', async () => {
    const hub = await hubWithManager();
    const long = (ending: string) => `${'x'.repeat(300)}${ending}@hub.test`;
    // What is cut off does not count, so they count as one.
    for (let guess = 0; guess < 10; guess += 1) await hub.signIn(long(String(guess)), 'a guess');
    expect((await hub.signIn(long('another'), 'a guess')).status).toBe(429);
  });

  it('lets a whole ward sign in at once from one address', async () => {
    const hub = await hubWithManager();
    const all = await Promise.all(
      Array.from({ length: 30 }, () => hub.signIn(EMAIL, TEST_PASSWORD)),
    );
    expect(all.every(({ status }) => status === 302)).toBe(true);
  });
});
