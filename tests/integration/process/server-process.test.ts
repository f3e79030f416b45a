import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hubManager } from '../../factories/actor.ts';
import { TODAY } from '../../factories/clock.ts';
import { anAdmission } from '../../factories/command.ts';
import { freePort, startProgram } from '../../factories/hub-program.ts';
import { hubFolder, signIn } from '../../factories/hub-process.ts';
import { aPersonDetails } from '../../factories/person.ts';

/** Files that somebody may not read stop everybody but root, so root's tests run it as nobody. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
// Where nobody cannot reach the program, tests/integration/db/open-hub.test.ts stands for these.
const canMeetPermissions = !isRoot || [import.meta.dirname, process.execPath].every(isOpenToAll);

function isOpenToAll(file: string): boolean {
  const folder = path.dirname(file);
  return (statSync(file).mode & 0o001) > 0 && (folder === file || isOpenToAll(folder));
}

function start(cwd: string, env: Record<string, string>, uid?: number) {
  const program = startProgram({
    ...{ program: 'index.ts' as const, cwd, env: { DATABASE_PATH: 'hub.sqlite', ...env } },
    ...(uid === undefined ? {} : { uid }),
  });
  onTestFinished(() => {
    program.child.kill('SIGKILL');
  });
  return program;
}

/** One line that says why, for whoever started it, and no server. */
async function expectRefusal({ ended }: ReturnType<typeof start>, sentence: RegExp): Promise<void> {
  const { code, out, err } = await ended;
  expect(err).toMatch(sentence);
  expect(err.trimEnd()).not.toContain('\n');
  expect(out).toBe('');
  expect(code).toBe(1);
}

const PERMISSIONS: [string, number, number, RegExp][] = [
  ['it may not read', 0o700, 0o000, /^The file hub.sqlite cannot be read/],
  ['it may not write', 0o700, 0o400, /^The file hub.sqlite cannot be written/],
  ['in a folder it may not write', 0o500, 0o600, /^The folder . cannot be written/],
];

describe('the server process does not start', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['a wrong port', { PORT: '70000' }, /^PORT must be a whole number from 1 to 65535/],
    ['a wrong log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
    ['a wrong time zone', { HUB_TIMEZONE: 'Mars/Base' }, /^HUB_TIMEZONE must be a time zone/],
    ['an origin with a path', { PUBLIC_ORIGIN: 'https://x.y/hub' }, /^PUBLIC_ORIGIN must be an/],
    ['plain http for all', { HOST: '0.0.0.0' }, /^HOST "0.0.0.0" would serve plain http/],
    ['a wrong number of proxies', { TRUST_PROXY: 'yes' }, /^TRUST_PROXY must be a whole number/],
    ['no database', { DATABASE_PATH: 'none.sqlite' }, /^There is no database at none.sqlite/],
    ['another file', { DATABASE_PATH: 'build/server/index.js' }, /is not a database of the hub/],
    ['a folder as database', { DATABASE_PATH: 'build' }, /^The file build cannot be read/],
    ['a HOST elsewhere', { HOST: '192.0.2.1', PUBLIC_ORIGIN: 'https://x.y' }, /^HOST is no addr/],
  ])('with %s', async (_what, env, sentence) => {
    await expectRefusal(start(await hubFolder(), env), sentence);
  });

  it('with a demonstration beyond this machine', async () => {
    const env = { PUBLIC_ORIGIN: 'https://hub.example.org' };
    await expectRefusal(start(await hubFolder(TODAY), env), /^hub.sqlite is a demonstration/);
  });

  it.each(canMeetPermissions ? PERMISSIONS : [])(
    'with a database %s',
    async (_what, folderMode, fileMode, sentence) => {
      const folder = await hubFolder();
      const file = path.join(folder, 'hub.sqlite');
      for (const part of ['hub.sqlite.lock', 'hub.sqlite-wal', 'hub.sqlite-shm']) {
        rmSync(path.join(folder, part), { force: true });
      }
      if (isRoot) for (const owned of [folder, file]) chownSync(owned, NOBODY, NOBODY);
      chmodSync(file, fileMode);
      chmodSync(folder, folderMode);
      const uid = isRoot ? NOBODY : undefined;
      await expectRefusal(start(folder, { PORT: await freePort() }, uid), sentence);
    },
  );
});

describe('the server process ends', () => {
  it('with 0 while requests are under way, and all that it promised is on disk', async () => {
    const folder = await hubFolder();
    const file = path.join(folder, 'hub.sqlite');
    const PORT = await freePort();
    const origin = `http://localhost:${PORT}`;
    const cookies = await signIn(file, origin, [hubManager()]);
    const cookie = cookies.get(hubManager().id) ?? '';
    const server = start(folder, { PORT });
    await expect.poll(server.said, { timeout: 15_000 }).not.toBe('');

    // Opened ahead of need, as browsers do; it must not keep the server.
    const idle = connect(Number(PORT), '127.0.0.1').on('error', () => {});
    const kept: string[] = [];
    const refused: number[] = [];
    let isGone = false;
    const admitOnAndOn = async () => {
      while (!isGone) {
        const id = randomUUID();
        const admission = anAdmission({ id, person: aPersonDetails({ nhsNumber: null }) });
        const sent = fetch(`${origin}/api/commands`, {
          method: 'POST',
          headers: { origin, cookie, 'content-type': 'application/json' },
          body: JSON.stringify(admission),
        });
        // Refused, or cut off: then nothing was promised.
        const response = await sent.catch(() => null);
        if (response === null) isGone = true;
        else if (response.status === 200) kept.push(id);
        else refused.push(response.status);
      }
    };
    const clients = Array.from({ length: 5 }, admitOnAndOn);
    await expect.poll(() => kept.length, { timeout: 15_000 }).toBeGreaterThan(20);
    const startedAt = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, err: '' });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    await Promise.all(clients);
    idle.destroy();

    // Faster than the hub allows one person, at times; that is a promise of nothing, too.
    expect(refused.filter((status) => status !== 429)).toEqual([]);
    const db = new Database(file, { readonly: true });
    const written = new Set(db.prepare('SELECT id FROM spells').pluck().all());
    db.close();
    expect(kept.filter((id) => !written.has(id))).toEqual([]);
  }, 60_000);
});
