import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DatabaseFault } from '../../../db/database-fault.ts';
import { hubManager } from '../../factories/actor.ts';
import { anAdmission } from '../../factories/command.ts';
import { heard, startHub } from '../../factories/running-hub.ts';

const diskFull = () => Promise.reject(new Database.SqliteError('disk full', 'SQLITE_FULL'));

describe('when the database fails', () => {
  it.each([
    ['a write', diskFull],
    [
      'a wrapped error',
      () => Promise.reject(new Error('query', { cause: new DatabaseFault('locked', 'x') })),
    ],
  ])('%s is answered with 503 and a calm sentence', async (_what, commit) => {
    const hub = await startHub({ breakStore: () => ({ commit }) });
    const manager = await hub.signInAs(hubManager());
    const response = await hub.send(anAdmission(), manager);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      ok: false,
      code: 'UNAVAILABLE',
      message: 'The hub cannot reach its records. Nothing was saved: try again in a minute.',
    });
  });

  it('readiness says so, and health goes on', async () => {
    const hub = await startHub({ breakStore: () => ({ checkHealth: diskFull }) });
    const ready = await hub.get('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unavailable' });
    const health = await hub.get('/healthz');
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ status: 'ok' });
  });

  it('a change can be sent again once it works', async () => {
    let isBroken = true;
    const hub = await startHub({
      breakStore: (store) => ({
        commit: (...change) => (isBroken ? diskFull() : store.commit(...change)),
      }),
    });
    const manager = await hub.signInAs(hubManager());
    expect((await hub.send(anAdmission(), manager)).status).toBe(503);
    isBroken = false;
    expect((await hub.send(anAdmission(), manager)).status).toBe(200);
  });
});

describe('a fault of our own', () => {
  it('is answered with 500 and the id under which it was logged', async () => {
    const hub = await startHub({
      breakStore: () => ({ loadSpell: () => Promise.reject(new Error('secret')) }),
    });
    const manager = await hub.signInAs(hubManager());
    const response = await hub.get('/api/spells/x', manager);
    expect(response.status).toBe(500);
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const text = await response.text();
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({ ok: false, code: 'UNAVAILABLE' });
  });

  it('an address that cannot be read is the client’s fault', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    expect((await hub.get('/api/spells/%E0%A4%A', manager)).status).toBe(400);
  });
});

describe('shutting down', () => {
  it('finishes the change that is under way, tells it to those who listen, and takes no more', async () => {
    let finish = () => {};
    const reached = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let go = () => {};
    const hub = await startHub({
      breakStore: (store) => ({
        async commit(...change) {
          finish();
          await new Promise<void>((resolve) => {
            go = resolve;
          });
          return store.commit(...change);
        },
      }),
    });
    const manager = await hub.signInAs(hubManager());
    const client = hub.connect(manager);
    await heard(client, 'hello');
    const news = heard(client, 'board:changes');
    const answer = hub.send(anAdmission(), manager);
    await reached;
    const closed = hub.hub.close();
    await expect(fetch(`${hub.url}/healthz`)).rejects.toThrow();
    go();
    expect((await answer).status).toBe(200);
    expect(await news).toMatchObject({ seq: 1 });
    await closed;
    await expect.poll(() => client.connected).toBe(false);
    expect(hub.db.open).toBe(false);
  });
});
