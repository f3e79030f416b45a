import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../../db/store.ts';
import { StartProblem } from '../../../server/start-problem.ts';
import { hubManager } from '../../factories/actor.ts';
import { anAdmission } from '../../factories/command.ts';
import { startHub } from '../../factories/running-hub.ts';

/** A folder as the build leaves it, with a single page that answers what it was handed. */
function aBuild(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-build-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(path.join(folder, 'client/assets'), { recursive: true });
  mkdirSync(path.join(folder, 'server'));
  writeFileSync(path.join(folder, 'client/assets/board-ABC123.js'), 'let board;');
  writeFileSync(path.join(folder, 'client/favicon.svg'), '<svg/>');
  writeFileSync(path.join(folder, 'server/index.js'), PAGE);
  return folder;
}

const PAGE = `
export const entry = { module: {
  default: () => { throw new Error('No page is rendered here'); },
  handleError: () => {},
} };
export const routes = { root: { id: 'root', path: '*', module: {
  loader: async ({ context, request }) => {
    const { nonce, isDemo, signedIn, services } = context;
    if (new URL(request.url).pathname === '/spells/1') {
      return Response.json(await services.spellView(signedIn.actor, '1'));
    }
    return Response.json({ nonce, isDemo, signedIn, url: request.url });
  },
  action: async ({ context, request }) => {
    const form = await request.formData();
    const { services, signedIn } = context;
    switch (form.get('do')) {
      case 'execute': return Response.json(await services.execute(signedIn.actor, JSON.parse(form.get('command'))));
      case 'signIn': return Response.json(await services.signIn({ email: 'a@hub.test', password: 'x' }));
      case 'signOut': return Response.json(await services.signOut());
      default: return Response.json({ text: form.get('text') });
    }
  },
} } };
export const assets = { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' };
export const publicPath = '/';
export const future = {};
export const isSpaMode = false;
`;

const startWithPages = (breakStore?: (store: Store) => Partial<Store>) =>
  startHub({ remix: 'production', buildPath: aBuild(), ...(breakStore && { breakStore }) });

describe('the pages', () => {
  it('are handed who asks, the nonce of their answer and the hub’s own address', async () => {
    const hub = await startWithPages();
    const response = await hub.get('/board?by=ward', { 'x-forwarded-host': 'evil.example' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const handed = await response.json();
    expect(handed).toMatchObject({ isDemo: false, signedIn: null });
    expect(handed.url).toBe('http://localhost:3000/board?by=ward');
    expect(response.headers.get('content-security-policy')).toContain(`'nonce-${handed.nonce}'`);
  });

  it('get forms from the hub itself, up to 64 kB', async () => {
    const hub = await startWithPages();
    const post = (text: string, origin: string) =>
      fetch(`${hub.url}/spells`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ text }),
      });
    expect(await (await post('hello', hub.origin)).json()).toEqual({ text: 'hello' });
    expect((await post('hello', 'https://evil.example')).status).toBe(403);
    expect((await post('x'.repeat(70_000), hub.origin)).status).toBe(413);
  });

  it('leave files with a name of their content in the browser for ever, others for an hour', async () => {
    const hub = await startWithPages();
    const asset = await hub.get('/assets/board-ABC123.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const icon = await hub.get('/favicon.svg');
    expect(icon.headers.get('cache-control')).toBe('public, max-age=3600');
  });

  it('are not asked for a file that is not there', async () => {
    const hub = await startWithPages();
    const response = await hub.get('/assets/gone.js');
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Not found');
  });

  it('do not get outside their folder', async () => {
    const hub = await startWithPages();
    for (const path of ['/assets/../../server/index.js', '/assets/..%2f..%2fserver%2findex.js']) {
      const text = await (await hub.get(path)).text();
      expect(text).not.toContain('export const');
    }
  });

  it('are handed forms only, and nothing posted is an empty one', async () => {
    const hub = await startWithPages();
    const post = (body: RequestInit['body'], type?: string) =>
      fetch(`${hub.url}/spells`, {
        ...{ method: 'POST', body: body ?? null },
        headers: { origin: hub.origin, ...(type === undefined ? {} : { 'content-type': type }) },
      });
    expect(await (await post(null)).json()).toEqual({ text: null });
    expect((await post('{}', 'application/json')).status).toBe(415);
    expect((await post('--x', 'multipart/form-data; boundary=x')).status).toBe(415);
    expect((await post('{}')).status).toBe(415);
  });

  it('must have been built', async () => {
    const starting = startHub({ remix: 'production', buildPath: '/nowhere/build' });
    await expect(starting).rejects.toThrow(StartProblem);
  });
});

describe('pages while the disk is full', () => {
  const diskFull = () => Promise.reject(new Database.SqliteError('disk full', 'SQLITE_FULL'));
  const notSaved = {
    ok: false,
    code: 'UNAVAILABLE',
    message: expect.stringContaining('Nothing was saved'),
  };

  it('say that a change was not saved, and take it afterwards', async () => {
    let isFull = true;
    const hub = await startWithPages((store) => ({
      commit: (...change) => (isFull ? diskFull() : store.commit(...change)),
    }));
    const manager = await hub.signInAs(hubManager());
    const change = { do: 'execute', command: JSON.stringify(anAdmission()) };
    const send = async () => {
      const headers = { origin: hub.origin, ...manager };
      const body = new URLSearchParams(change);
      return (await fetch(`${hub.url}/x`, { method: 'POST', headers, body })).json();
    };
    expect(await send()).toEqual(notSaved);
    isFull = false;
    expect(await send()).toMatchObject({ ok: true });
  });

  it('cannot be opened or signed in to, and say so with 503', async () => {
    const hub = await startWithPages(() => ({ loadSpell: diskFull }));
    const manager = await hub.signInAs(hubManager());
    expect((await hub.get('/spells/1', manager)).status).toBe(503);

    hub.accounts.recordSignIn = diskFull;
    hub.accounts.endSession = diskFull;
    const post = (what: string) =>
      fetch(`${hub.url}/x`, {
        method: 'POST',
        headers: { origin: hub.origin, ...manager },
        body: new URLSearchParams({ do: what }),
      });
    expect(await (await post('signIn')).json()).toEqual(notSaved);
    expect((await post('signOut')).status).toBe(503);
  });
});
