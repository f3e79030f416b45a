import type Database from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Instant } from '../domain/time.ts';
import type { Account, AccountStore } from './account-store.ts';
import { inTurn } from './in-turn.ts';
import { accountEvents, loginAttempts, sessions, userScopes, users } from './schema/accounts.ts';

/** Accounts and sessions in the same SQLite database as the stays. */
export function sqliteAccountStore(db: Database.Database): AccountStore {
  const orm = drizzle(db);
  let changes = 0;
  const byId = prepareAccounts(orm, eq(users.id, sql.placeholder('key')));
  const byEmail = prepareAccounts(orm, eq(users.email, sql.placeholder('key')));
  const all = prepareAccounts(orm, undefined);
  const openOfRole = prepareAccounts(
    orm,
    and(eq(users.role, sql.placeholder('key')), eq(users.isDisabled, false)),
  );
  const session = orm
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare();
  const save = db.transaction((account: Account, by: string, at: Instant) => {
    const before = byId(account.id)[0] ?? null;
    writeAccount(orm, before, { ...account, email: account.email.toLowerCase() }, by, at);
  });
  return {
    findByEmail: (email) => inTurn(() => byEmail(email.toLowerCase())[0] ?? null),
    findById: (id) => inTurn(() => byId(id)[0] ?? null),
    list: () => inTurn(() => all('')),
    ofRole: (role) => inTurn(() => openOfRole(role)),
    save: (account, by, at) =>
      inTurn(() => {
        save.immediate(account, by, at);
        changes += 1;
      }),
    // SQLite's own number moves when another connection has written.
    version: () =>
      inTurn(() => `${String(db.pragma('data_version', { simple: true }))}.${changes}`),
    createSession: ({ accountId, ...kept }) =>
      inTurn(() => {
        orm
          .insert(sessions)
          .values({ ...kept, userId: accountId })
          .run();
      }),
    findSession: (tokenHash) =>
      inTurn(() => {
        const row = session.get({ tokenHash });
        if (row === undefined) return null;
        const { userId: accountId, ...kept } = row;
        return { ...kept, accountId };
      }),
    endSession: (tokenHash, at) =>
      inTurn(() => {
        const isOpen = and(eq(sessions.tokenHash, tokenHash), isNull(sessions.endedAt));
        orm.update(sessions).set({ endedAt: at }).where(isOpen).run();
      }),
    endSessionsOf: (accountId, at) =>
      inTurn(() => {
        const isOpen = and(eq(sessions.userId, accountId), isNull(sessions.endedAt));
        orm.update(sessions).set({ endedAt: at }).where(isOpen).run();
        changes += 1;
      }),
    forgetSessions: (expiredBefore) =>
      inTurn(() => orm.delete(sessions).where(lt(sessions.expiresAt, expiredBefore)).run().changes),
    recordSignIn: ({ accountId, at, isSuccess }) =>
      inTurn(() => {
        orm.insert(loginAttempts).values({ userId: accountId, at, isSuccess }).run();
      }),
  };
}

function prepareAccounts(orm: BetterSQLite3Database, condition: SQL | undefined) {
  const accounts = orm.select().from(users).where(condition).orderBy(asc(users.email)).prepare();
  const scopes = orm
    .select({ wardId: userScopes.wardId })
    .from(userScopes)
    .where(eq(userScopes.userId, sql.placeholder('userId')))
    .orderBy(asc(userScopes.position))
    .prepare();
  return (key: string): Account[] =>
    accounts.all({ key }).map((row) => ({
      ...row,
      wardIds: scopes.all({ userId: row.id }).map(({ wardId }) => wardId),
    }));
}

function writeAccount(
  orm: BetterSQLite3Database,
  before: Account | null,
  account: Account,
  by: string,
  at: Instant,
): void {
  const { wardIds, ...row } = account;
  orm.insert(users).values(row).onConflictDoUpdate({ target: users.id, set: row }).run();
  orm.delete(userScopes).where(eq(userScopes.userId, account.id)).run();
  for (const [position, wardId] of wardIds.entries()) {
    orm.insert(userScopes).values({ userId: account.id, position, wardId }).run();
  }
  const type = before === null ? 'AccountAdded' : 'AccountChanged';
  const fields = JSON.stringify(changedFields(before, account));
  orm.insert(accountEvents).values({ at, by, userId: account.id, type, fields }).run();
}

/** Names only: what a password hash or a name was is nobody's business later. */
function changedFields(before: Account | null, after: Account): string[] {
  const old = new Map<string, unknown>(before === null ? [] : Object.entries(before));
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(old.get(field)) !== JSON.stringify(value))
    .map(([field]) => field);
}
