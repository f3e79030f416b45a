import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHub } from '../../../db/create-hub.ts';
import { acquireLock } from '../../../db/lock.ts';
import { NOW, TODAY } from '../../factories/clock.ts';
import { freePort, startProgram } from '../../factories/hub-program.ts';
import { TEST_WARDS } from '../../factories/ward.ts';

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hub-programs-'));
  mkdirSync(path.join(folder, 'build/server'), { recursive: true });
  writeFileSync(path.join(folder, 'build/server/index.js'), 'export const routes = {};');
  await create('hub.sqlite', null);
  await create('demo.sqlite', TODAY);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function create(name: string, demoDay: string | null): Promise<void> {
  await createHub(path.join(folder, name), {
    demoDay,
    at: NOW,
    organisations: [{ id: 'uhl', name: 'Hospitals', kind: 'acute', code: null, codeSystem: null }],
    sites: ['lri', 'gh'].map((id) => ({ id, name: id, organisationId: 'uhl' })),
    wards: TEST_WARDS.map(({ id, name, siteId }) => ({ id, name, siteId })),
  });
}

const run = (
  program: 'index.ts' | 'cli.ts' | 'demo.ts',
  args: string[] = [],
  env: Record<string, string> = {},
  input = '',
) => startProgram({ program, cwd: folder, args, env, input });

describe('the server program', () => {
  it('ends with one line when its port is taken, or its database', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo; // as above
    const env = { PORT: String(port), DATABASE_PATH: 'hub.sqlite' };
    const portTaken = await run('index.ts', [], env).ended;
    taken.close();
    expect(portTaken).toMatchObject({
      code: 1,
      err: 'Another program uses this port. Stop it, or set PORT.\n',
    });

    const lock = acquireLock(path.join(folder, 'hub.sqlite'));
    const databaseTaken = await run('index.ts', [], env).ended;
    lock.release();
    expect(databaseTaken.code).toBe(1);
    expect(databaseTaken.err).toMatch(/^Another server or command is using hub.sqlite/);
  });

  it('says where it is, serves, and ends well when it is told to', async () => {
    const PORT = await freePort();
    const server = run('index.ts', [], { PORT, DATABASE_PATH: 'hub.sqlite' });
    await expect.poll(server.said, { timeout: 15_000 }).not.toBe('');
    expect(server.said()).toBe(`The Discharge Hub is at http://localhost:${PORT}\n`);
    expect((await fetch(`http://localhost:${PORT}/readyz`)).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, err: '' });
  });
});

describe('the administrators’ command line', () => {
  const hub = (args: string, input = '') =>
    run('cli.ts', args.split(' '), { DATABASE_PATH: 'hub.sqlite' }, input).ended;

  it('explains itself', async () => {
    const { code, out } = await hub('--help');
    expect(code).toBe(0);
    for (const command of ['user', 'migrate', 'backup', 'audit', 'seed', 'deprivation']) {
      expect(out).toContain(command);
    }
  });

  it('adds, closes and opens accounts, with passwords from standard input', async () => {
    const add = 'user add priya@hub.test --name Priya --role ward --organisation UHL --ward lri-23';
    expect(await hub(add, 'too short\n')).toMatchObject({
      code: 1,
      err: 'A password has 12 to 200 characters; this one has 9.\n',
    });
    expect(await hub(add, 'a long enough password\n')).toMatchObject({ code: 0, err: '' });
    expect((await hub(add, 'a long enough password\n')).err).toContain('has an account already');
    expect((await hub('user disable priya@hub.test')).code).toBe(0);
    expect((await hub('user list')).out).toMatch(/priya@hub\.test.*lri-23.*closed/);
    expect((await hub('user enable priya@hub.test')).code).toBe(0);
    expect((await hub('user list')).out).not.toContain('closed');

    const db = new Database(path.join(folder, 'hub.sqlite'), { readonly: true });
    const kept = db.prepare('SELECT password_hash FROM users').pluck().get();
    db.close();
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  }, 60_000);

  it('sets deprivation quintiles by postcode, each in the history of a stay', async () => {
    const seed = ['seed', '--spells', '20', '--days', '1', '--out', 'homes.sqlite'];
    expect(await run('cli.ts', seed).ended).toMatchObject({ code: 0 });
    const read = <T>(sql: string) => {
      const db = new Database(path.join(folder, 'homes.sqlite'), { readonly: true });
      const rows = db.prepare<[], T>(sql).all();
      db.close();
      return rows;
    };
    const OF_HOMES = `SELECT address_postcode AS postcode, imd_quintile AS quintile FROM persons
      WHERE address_postcode IS NOT NULL ORDER BY id LIMIT 3`;
    const homes = read<{ postcode: string; quintile: number | null }>(OF_HOMES);
    const lines = homes.map(
      ({ postcode, quintile }) => `${postcode},${(quintile ?? 1) === 5 ? 1 : 5}`,
    );
    writeFileSync(path.join(folder, 'faulty.csv'), 'postcode,quintile\nLE3 1VV,6\n');
    writeFileSync(path.join(folder, 'quintiles.csv'), ['postcode,quintile', ...lines].join('\n'));
    const set = (file: string) =>
      run('cli.ts', ['deprivation', file], { DATABASE_PATH: 'homes.sqlite' }).ended;

    expect(await set('faulty.csv')).toMatchObject({ code: 1, out: '' });
    expect(await set('quintiles.csv')).toMatchObject({ code: 0, err: '' });
    expect(
      read<{ postcode: string; quintile: number }>(OF_HOMES).map(
        ({ postcode, quintile }) => `${postcode},${quintile}`,
      ),
    ).toEqual(lines);
    expect(read(`SELECT 1 FROM events WHERE actor_id = 'deprivation-file'`)).toHaveLength(3);
    expect((await set('quintiles.csv')).out).toContain('0 quintiles were set');
  }, 60_000);

  it('refuses accounts that could see nothing or too much', async () => {
    const add = 'user add x@hub.test --name X --organisation UHL';
    expect((await hub(`${add} --role ward`)).err).toContain('at least one --ward');
    expect((await hub(`${add} --role hub --ward lri-23`)).err).toContain('nobody else has any');
    expect((await hub(`${add} --role broker`)).err).toContain('A broker has a --place');
    expect((await hub(`${add} --role ward --ward no-1`)).err).toContain('There is no ward no-1');
  }, 60_000);

  it('copies the database while a server uses it, but does not migrate it then', async () => {
    const lock = acquireLock(path.join(folder, 'hub.sqlite'));
    const copied = await hub('backup copy.sqlite');
    const migrated = await hub('migrate');
    lock.release();
    expect(copied).toMatchObject({ code: 0, err: '' });
    expect(migrated).toMatchObject({ code: 1, out: '' });
    expect((await hub('migrate')).out).toBe('The database is up to date.\n');
  }, 60_000);
});

describe('making a demonstration', () => {
  it('checks out, replaces an older one, and never another file', async () => {
    const seed = (out: string) =>
      run('cli.ts', ['seed', '--spells', '30', '--days', '2', '--out', out]).ended;
    cpSync(path.join(folder, 'demo.sqlite'), path.join(folder, 'older.sqlite'));
    expect(await seed('older.sqlite')).toMatchObject({ code: 0, err: '' });
    const check = run('cli.ts', ['--database', 'older.sqlite', 'audit', 'verify']);
    expect((await check.ended).out).toContain('The tables say what the events say.');

    const before = readFileSync(path.join(folder, 'hub.sqlite'));
    for (const file of ['hub.sqlite', 'build/server/index.js']) {
      const { code, err } = await seed(file);
      expect(code).toBe(1);
      expect(err).toBe(`${file} was not made by the demonstration, so it is left alone.\n`);
    }
    expect(readFileSync(path.join(folder, 'hub.sqlite')).equals(before)).toBe(true);
  }, 60_000);

  it('the demonstration program leaves a real hub alone', async () => {
    const { code, err } = await run('demo.ts', [], { DATABASE_PATH: 'hub.sqlite' }).ended;
    expect(code).toBe(1);
    expect(err).toBe('hub.sqlite was not made by the demonstration, so it is left alone.\n');
  });
});
