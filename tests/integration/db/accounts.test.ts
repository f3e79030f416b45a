import { describe, expect, it } from 'vitest';
import type { Account, StoredSession } from '../../../db/account-store.ts';
import { sqliteAccountStore } from '../../../db/sqlite-account-store.ts';
import { NOW, minutesAfter } from '../../factories/clock.ts';
import { aDatabase } from '../../factories/database.ts';

const PRIYA: Account = {
  id: 'user-priya',
  email: 'priya@demo.test',
  name: 'Priya Coordinator',
  organisation: 'University Hospitals of Leicester',
  role: 'ward',
  isTeamLead: false,
  wardIds: ['lri-31', 'gh-24', 'lri-23'],
  place: null,
  passwordHash: 'argon2id$…',
  isDisabled: false,
};
const BEN: Account = {
  ...PRIYA,
  id: 'user-ben',
  email: 'ben@demo.test',
  role: 'broker',
  wardIds: [],
  place: 'rutland',
  passwordHash: null,
};
const SESSION: StoredSession = {
  tokenHash: 'a'.repeat(64),
  accountId: PRIYA.id,
  createdAt: NOW,
  expiresAt: minutesAfter(NOW, 720),
  endedAt: null,
};

async function withPriya() {
  const db = aDatabase();
  const accounts = sqliteAccountStore(db);
  await accounts.save(PRIYA, 'user-admin', NOW);
  return { db, accounts };
}

describe('accounts', () => {
  it('are found by id, and by e-mail address however it is written', async () => {
    const { accounts } = await withPriya();
    await accounts.save({ ...BEN, email: 'Ben@Demo.TEST' }, 'user-admin', NOW);
    expect(await accounts.findById(PRIYA.id)).toEqual(PRIYA);
    expect(await accounts.findByEmail('PRIYA@demo.test')).toEqual(PRIYA);
    expect(await accounts.findByEmail('ben@demo.test')).toEqual(BEN);
    expect(await accounts.findByEmail('nobody@demo.test')).toBeNull();
    expect(await accounts.findById('nobody')).toBeNull();
    expect(await accounts.list()).toEqual([BEN, PRIYA]);
  });

  it('can be changed, and it is kept who changed what, without the values', async () => {
    const { db, accounts } = await withPriya();
    const moved = { ...PRIYA, wardIds: ['gh-24'], passwordHash: 'new' };
    await accounts.save(moved, 'user-other', minutesAfter(NOW, 5));
    expect(await accounts.findById(PRIYA.id)).toEqual(moved);
    const events = db
      .prepare('SELECT at, "by", user_id, type, fields FROM account_events ORDER BY id')
      .raw()
      .all();
    expect(events).toEqual([
      [NOW, 'user-admin', PRIYA.id, 'AccountAdded', expect.stringContaining('"email"')],
      [
        minutesAfter(NOW, 5),
        'user-other',
        PRIYA.id,
        'AccountChanged',
        '["wardIds","passwordHash"]',
      ],
    ]);
  });

  it('cannot share an e-mail address', async () => {
    const { accounts } = await withPriya();
    const twin = { ...BEN, email: 'Priya@demo.test' };
    await expect(accounts.save(twin, 'user-admin', NOW)).rejects.toThrow('UNIQUE');
    expect(await accounts.list()).toEqual([PRIYA]);
  });

  it('have sign-ins recorded, also those of nobody known', async () => {
    const { db, accounts } = await withPriya();
    await accounts.recordSignIn({ accountId: PRIYA.id, at: NOW, isSuccess: true });
    await accounts.recordSignIn({ accountId: null, at: NOW, isSuccess: false });
    const attempts = db.prepare('SELECT user_id, is_success FROM login_attempts').raw().all();
    expect(attempts).toEqual([
      [PRIYA.id, 1],
      [null, 0],
    ]);
  });
});

describe('sessions', () => {
  it('are found by their token’s hash until they are ended', async () => {
    const { accounts } = await withPriya();
    await accounts.createSession(SESSION);
    expect(await accounts.findSession(SESSION.tokenHash)).toEqual(SESSION);
    expect(await accounts.findSession('b'.repeat(64))).toBeNull();
    await accounts.endSession(SESSION.tokenHash, minutesAfter(NOW, 1));
    await accounts.endSession(SESSION.tokenHash, minutesAfter(NOW, 2));
    const ended = await accounts.findSession(SESSION.tokenHash);
    expect(ended?.endedAt).toBe(minutesAfter(NOW, 1));
  });

  it('of one person end together, and nobody else’s', async () => {
    const { accounts } = await withPriya();
    await accounts.save(BEN, 'user-admin', NOW);
    await accounts.createSession(SESSION);
    await accounts.createSession({ ...SESSION, tokenHash: 'second' });
    await accounts.createSession({ ...SESSION, tokenHash: 'bens', accountId: BEN.id });
    await accounts.endSessionsOf(PRIYA.id, minutesAfter(NOW, 1));
    expect((await accounts.findSession('second'))?.endedAt).toBe(minutesAfter(NOW, 1));
    expect((await accounts.findSession('bens'))?.endedAt).toBeNull();
  });

  it('are forgotten when they have expired', async () => {
    const { accounts } = await withPriya();
    await accounts.createSession(SESSION);
    expect(await accounts.forgetSessions(SESSION.expiresAt)).toBe(0);
    expect(await accounts.forgetSessions(minutesAfter(SESSION.expiresAt, 1))).toBe(1);
    expect(await accounts.findSession(SESSION.tokenHash)).toBeNull();
  });
});
