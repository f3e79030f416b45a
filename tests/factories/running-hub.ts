import Database from 'better-sqlite3';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { Account } from '../../db/account-store.ts';
import { fillNewHub } from '../../db/hub-contents.ts';
import { migrateConnection } from '../../db/migrate.ts';
import { configureConnection } from '../../db/open-database.ts';
import { sqliteAccountStore } from '../../db/sqlite-account-store.ts';
import { sqliteStore } from '../../db/sqlite-store.ts';
import type { Store } from '../../db/store.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '../../domain/protocol.ts';
import { createPasswords } from '../../server/accounts/passwords.ts';
import { createIdleSessions } from '../../server/accounts/idle-sessions.ts';
import { createSessionCookie } from '../../server/accounts/session-cookie.ts';
import { createSessions } from '../../server/accounts/sessions.ts';
import { composeHub } from '../../server/compose.ts';
import type { HubConfig } from '../../server/config.ts';
import { parseConfig } from '../../server/config.ts';
import { createLogger } from '../../server/logger.ts';
import type { Clock } from '../../server/services.ts';
import { NOW, clockAt } from './clock.ts';
import { inlineReports } from './inline-reports.ts';
import { TEST_WARDS } from './ward.ts';

export const TEST_PASSWORD = 'a password for tests';

/** As the program reads it, on a port that the system chooses. */
export function testConfig(changes: Partial<HubConfig> = {}): HubConfig {
  const parsed = parseConfig({ LOG_LEVEL: 'silent' });
  if (!parsed.ok) throw new Error(parsed.message);
  return { ...parsed.config, port: 0, ...changes };
}

/** A database in memory with the test wards and nobody in it. */
export function emptyDatabase(isDemo = false): Database.Database {
  const db = new Database(':memory:');
  configureConnection(db);
  migrateConnection(db, { at: NOW });
  fillNewHub(db, {
    organisations: [{ id: 'uhl', name: 'Hospitals', kind: 'acute', code: null, codeSystem: null }],
    sites: ['lri', 'gh'].map((id) => ({ id, name: id, organisationId: 'uhl' })),
    wards: TEST_WARDS.map(({ id, name, siteId }) => ({ id, name, siteId })),
    mark: { epoch: 'epoch-of-tests', isDemo, demoDay: isDemo ? NOW.slice(0, 10) : null },
  });
  return db;
}

type Options = {
  config?: Partial<HubConfig>;
  clock?: Clock;
  /** Replaces parts of the storage, to see what happens when it fails. */
  breakStore?: (store: Store) => Partial<Store>;
  /** Built pages to serve; the API and sockets alone otherwise. */
  remix?: 'production';
  buildPath?: string;
  /** Where log lines go; nowhere otherwise. */
  logTo?: (line: string) => void;
  /** Who ends it, where several tests share one; the test that starts it otherwise. */
  endedBy?: (close: () => Promise<void>) => void;
};

/** A real server on a free port with an empty database; it ends with the test. */
export async function startHub(options: Options = {}) {
  const config = testConfig(options.config);
  const clock = options.clock ?? clockAt();
  const db = emptyDatabase();
  const accounts = sqliteAccountStore(db);
  const whole = sqliteStore(db);
  const store = { ...whole, ...options.breakStore?.(whole) };
  const { logTo } = options;
  const logger = logTo ? createLogger('debug', { write: logTo }) : createLogger('silent');
  const { remix = null, buildPath } = options;
  const reportEngine = inlineReports(db);
  const hub = await composeHub({ config, store, accounts, clock, logger, reportEngine, remix, buildPath }); // prettier-ignore
  const port = await hub.listen();
  const { endedBy = onTestFinished } = options;
  endedBy(() => hub.close());

  const cookie = createSessionCookie(config.publicOrigin);
  const idle = createIdleSessions({ clock, lockAfterMs: config.lockAfterMs });
  const sessions = createSessions({ accounts, clock, cookie, idle, onLocked: () => {} });
  const origin = config.publicOrigin;
  const url = `http://localhost:${port}`;

  async function addAccount(actor: Actor, changes: Partial<Account> = {}): Promise<Account> {
    if (actor.role === 'timer' || actor.role === 'feed') throw new Error('Only people sign in');
    const account: Account = {
      ...actor,
      role: actor.role,
      wardIds: [...actor.wardIds],
      email: `${actor.id}@hub.test`,
      passwordHash: null,
      isDisabled: false,
      ...changes,
    };
    await accounts.save(account, 'test', clock.now());
    return account;
  }

  /** Adds the person's account and begins a session; answers the request header. */
  async function signInAs(actor: Actor): Promise<{ cookie: string }> {
    const account = await addAccount(actor);
    const { setCookie } = await sessions.begin(account.id);
    return { cookie: setCookie.split(';')[0] ?? '' };
  }

  return {
    hub,
    db,
    store,
    accounts,
    clock,
    port,
    origin,
    url,
    addAccount,
    signInAs,
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(url + path, { headers, redirect: 'manual' }),
    /** A change, sent as the hub's own pages send it unless headers say otherwise. */
    send: (body: unknown, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/commands`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    signIn: (email: string, password: string, headers: Record<string, string> = {}) =>
      fetch(`${url}/login`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin, ...headers },
        body: new URLSearchParams({ email, password }),
      }),
    signOut: (headers: Record<string, string>) =>
      fetch(`${url}/logout`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin, ...headers },
      }),
    connect: (headers: Record<string, string>) => connectClient(url, { origin, ...headers }),
  };
}

export type RunningHub = Awaited<ReturnType<typeof startHub>>;
export type TestClient = Socket<ServerToClientEvents, ClientToServerEvents>;

/** A client of its own connection, that does not try again; it ends with the test. */
export function connectClient(
  url: string,
  headers: Record<string, string>,
  auth: Record<string, string> = {},
): TestClient {
  const client: TestClient = io(url, {
    auth,
    transports: ['websocket'],
    extraHeaders: headers,
    forceNew: true,
    reconnection: false,
  });
  onTestFinished(() => {
    client.disconnect();
  });
  return client;
}

/** The next event of a name, as the client is told it. */
export function heard<Name extends keyof ServerToClientEvents>(
  client: TestClient,
  name: Name,
): Promise<Parameters<ServerToClientEvents[Name]>[0]> {
  return new Promise((resolve) => {
    // The listener's type does not follow from a name that is itself a type parameter.
    client.once(name as 'hello', resolve);
  });
}

export function refusedWith(client: TestClient): Promise<Error & { data?: unknown }> {
  return new Promise((resolve) => {
    client.once('connect_error', resolve);
  });
}

let hash: Promise<string> | null = null;

/** The hash of TEST_PASSWORD, worked out once. */
export function testPasswordHash(): Promise<string> {
  hash ??= createPasswords().hash(TEST_PASSWORD);
  return hash;
}
