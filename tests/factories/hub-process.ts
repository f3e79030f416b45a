import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createHub } from '../../db/create-hub.ts';
import { openHub } from '../../db/open-hub.ts';
import type { Actor } from '../../domain/actor.ts';
import { createIdleSessions } from '../../server/accounts/idle-sessions.ts';
import { createSessionCookie } from '../../server/accounts/session-cookie.ts';
import { createSessions } from '../../server/accounts/sessions.ts';
import { createClock } from '../../server/clock.ts';
import { TEST_HUB } from './database.ts';
import { freePort, startProgram } from './hub-program.ts';

/** A folder for a hub of its own, with an empty database and pages that are not there. */
export async function hubFolder(demoDay: string | null = null): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-process-'));
  onTestFinished(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  });
  await fillHubFolder(folder, demoDay);
  return folder;
}

/** Makes a folder one that a server can be started in. */
export async function fillHubFolder(folder: string, demoDay: string | null = null): Promise<void> {
  mkdirSync(path.join(folder, 'build/server'), { recursive: true });
  writeFileSync(path.join(folder, 'build/server/index.js'), 'export const routes = {};');
  await createHub(path.join(folder, 'hub.sqlite'), { ...TEST_HUB, demoDay });
}

/** Sessions that begin before the server starts; by the person's id, the header to send. */
export async function signIn(
  file: string,
  origin: string,
  staff: readonly Actor[],
): Promise<Map<string, string>> {
  const clock = createClock('Europe/London');
  const hub = await openHub(file, { at: clock.now() });
  const sessions = createSessions({
    ...{ accounts: hub.accounts, clock, cookie: createSessionCookie(origin) },
    idle: createIdleSessions({ clock, lockAfterMs: Infinity }),
    onLocked: () => {},
  });
  const cookies = new Map<string, string>();
  for (const actor of staff) {
    if (actor.role === 'timer' || actor.role === 'feed') throw new Error('Only people sign in');
    const account = { ...actor, role: actor.role, wardIds: [...actor.wardIds] };
    const access = { email: `${actor.id}@hub.test`, passwordHash: null, isDisabled: false };
    await hub.accounts.save({ ...account, ...access }, 'test', clock.now());
    const { setCookie } = await sessions.begin(actor.id);
    cookies.set(actor.id, setCookie.split(';')[0] ?? '');
  }
  await hub.close();
  return cookies;
}

type Options = { staff: readonly Actor[]; env?: Record<string, string>; folder?: string };
export type HubProcess = Awaited<ReturnType<typeof startHubProcess>>;

/** The server as a process of its own, that can be stopped and killed; it ends with the test. */
export async function startHubProcess({ staff, env = {}, folder: given }: Options) {
  const folder = given ?? (await hubFolder());
  const file = path.join(folder, 'hub.sqlite');
  const PORT = await freePort();
  const url = `http://localhost:${PORT}`;
  const cookies = await signIn(file, url, staff);
  let running = await start();
  onTestFinished(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
  });

  async function start() {
    const settings = { DATABASE_PATH: 'hub.sqlite', PORT, COMMANDS_PER_SECOND: '100000' };
    const program = startProgram({
      ...{ program: 'index.ts' as const, cwd: folder, env: { ...settings, ...env } },
    });
    // It says that it is ready, or ends and says why.
    await Promise.race([once(program.child.stdout, 'data'), program.ended]);
    if (program.said() === '') throw new Error((await program.ended).err);
    return program;
  }

  return {
    file,
    folder,
    url,
    port: Number(PORT),
    pid: () => running.child.pid ?? 0,
    headersOf: (actorId: string) => ({ origin: url, cookie: cookies.get(actorId) ?? '' }),
    /** As a power cut would end it; resolves when it has. */
    async kill() {
      running.child.kill('SIGKILL');
      await running.ended;
    },
    async end() {
      running.child.kill('SIGTERM');
      return running.ended;
    },
    /** Neither dead nor alive: what connects waits, what is open hears nothing. */
    freeze: () => running.child.kill('SIGSTOP'),
    thaw: () => running.child.kill('SIGCONT'),
    async start() {
      running = await start();
    },
  };
}
