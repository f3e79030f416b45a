import { describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import { hubManager, wardCoordinator } from '../factories/actor.ts';
import { connectClient, heard, refusedWith, startHub } from '../factories/running-hub.ts';

describe('a socket’s handshake', () => {
  it('tells a signed-in person where the board stands', async () => {
    const hub = await startHub();
    const client = hub.connect(await hub.signInAs(wardCoordinator()));
    expect(await heard(client, 'hello')).toEqual({
      protocol: 1,
      epoch: 'epoch-of-tests',
      key: 'ward:lri-23,lri-31',
      seq: 0,
      asOfDay: '2026-11-22',
      headIntervalMs: 30_000,
      quietAfterMs: 8_000,
      lookups: hub.hub.services.lookups().version,
    });
  });

  it('from a page of somebody who was signed in before is refused with words', async () => {
    const hub = await startHub();
    const extraHeaders = { ...(await hub.signInAs(hubManager())), origin: hub.origin };
    const options = {
      transports: ['websocket'],
      extraHeaders,
      forceNew: true,
      reconnection: false,
    };
    const left = io(hub.url, { ...options, auth: { userId: 'user-ward' } });
    expect(await refusedWith(left)).toMatchObject({
      message: 'Somebody else has signed in here meanwhile. Sign in again.',
      data: { code: 'NOT_SIGNED_IN' },
    });
    const own = io(hub.url, { ...options, auth: { userId: 'user-hub' } });
    await heard(own, 'hello');
    own.disconnect();
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['an opaque page', { origin: 'null' }],
    ['another port', { origin: 'http://localhost:3001' }],
  ])('from %s is refused, whatever the cookie', async (_what, origin) => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const client = connectClient(hub.url, { ...manager, ...origin });
    expect(await refusedWith(client)).toBeInstanceOf(Error);
    expect(client.connected).toBe(false);
  });

  it('without an Origin is refused', async () => {
    const hub = await startHub();
    const client = connectClient(hub.url, await hub.signInAs(hubManager()));
    expect(await refusedWith(client)).toBeInstanceOf(Error);
  });

  it('without an Origin is not saved by what only plain requests may say', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const client = connectClient(hub.url, { ...manager, 'sec-fetch-site': 'same-origin' });
    expect(await refusedWith(client)).toBeInstanceOf(Error);
  });

  it.each([
    ['no cookie', {}],
    ['an invented session', { cookie: `hub_session=${'A'.repeat(43)}` }],
  ])('with %s is refused with words for the person', async (_what, headers) => {
    const hub = await startHub();
    const client = hub.connect(headers);
    const refusal = await refusedWith(client);
    expect(refusal.message).toBe('You are signed out. Sign in again.');
    expect(refusal.data).toEqual({ code: 'NOT_SIGNED_IN' });
  });

  it('by polling works for the hub’s own page, and for no other', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const poll = (headers: Record<string, string>) =>
      hub.get('/socket.io/?EIO=4&transport=polling', { ...manager, ...headers });
    expect((await poll({ origin: hub.origin })).status).toBe(200);
    // Browsers send no Origin when a page reads from its own server.
    expect((await poll({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await poll({})).status).toBe(403);
    expect((await poll({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await poll({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    const forged = { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' };
    expect((await poll(forged)).status).toBe(403);
  });

  it('by polling leads to the same news', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const extraHeaders = { ...manager, origin: hub.origin };
    const client = io(hub.url, { transports: ['polling'], extraHeaders, forceNew: true });
    expect(await heard(client, 'hello')).toMatchObject({ key: 'hub' });
    client.disconnect();
  });

  it('is refused to more windows than one person needs', async () => {
    const hub = await startHub({ config: { socketsPerUser: 2 } });
    const manager = await hub.signInAs(hubManager());
    const first = hub.connect(manager);
    const second = hub.connect(manager);
    await Promise.all([heard(first, 'hello'), heard(second, 'hello')]);
    const third = hub.connect(manager);
    expect((await refusedWith(third)).message).toBe('The hub is open in too many windows.');
    first.disconnect();
    const other = hub.connect(await hub.signInAs(wardCoordinator()));
    await heard(other, 'hello');
    const fourth = hub.connect(manager);
    await heard(fourth, 'hello');
  });

  it('says so when the records cannot be reached', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    hub.db.exec('ALTER TABLE sessions RENAME TO sessions_away');
    const refusal = await refusedWith(hub.connect(manager));
    expect(refusal.data).toEqual({ code: 'UNAVAILABLE' });
    expect(refusal.message).not.toContain('sessions');
    hub.db.exec('ALTER TABLE sessions_away RENAME TO sessions');
  });
});
