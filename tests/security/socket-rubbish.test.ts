import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { hubManager, wardCoordinator } from '../factories/actor.ts';
import type { RunningHub, TestClient } from '../factories/running-hub.ts';
import { heard, startHub } from '../factories/running-hub.ts';

type Plain = {
  on: (event: string, listener: (data: unknown) => void) => void;
  send: (data: string | Buffer) => void;
  readyState: number;
};
// The library under Socket.IO's client, for frames that the client itself would never send.
const require = createRequire(createRequire(import.meta.url).resolve('engine.io-client'));
const WebSocket = require('ws') as new (url: string, options: object) => Plain;

async function plainSocket(hub: RunningHub, headers: Record<string, string>): Promise<Plain> {
  const url = `${hub.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: { origin: hub.origin, ...headers } });
  socket.on('error', () => {});
  await new Promise((resolve) => {
    socket.on('message', resolve);
  });
  return socket;
}

/** Joined to the namespace, so that frames reach the hub's own listeners. */
async function joinedSocket(hub: RunningHub, headers: Record<string, string>): Promise<Plain> {
  const socket = await plainSocket(hub, headers);
  const joined = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      if (String(data).startsWith('42["hello"')) resolve();
    });
  });
  socket.send('40');
  await joined;
  return socket;
}

const answers = (client: TestClient) =>
  new Promise((resolve) => {
    client.emit('presence:view', { spellId: null }, resolve);
  });

const FRAMES = [
  '',
  '4',
  '42',
  '42[]',
  '42{}',
  '42null',
  '42["presence:view"]',
  '42["presence:view",null]',
  '420["presence:view"]',
  '420["presence:view",{"spellId":"x"}]',
  '420["presence:view",{"spellId":null,"more":1}]',
  '420["presence:view",{"spellId":{"$ne":null}}]',
  '420["presence:view",{"__proto__":{"spellId":null}}]',
  '420["presence:view",[[[[[[]]]]]]]',
  '42["error","x"]',
  '42["disconnect"]',
  '42["disconnecting"]',
  '42["newListener"]',
  '42["constructor"]',
  '42["__proto__"]',
  '42["toString",1]',
  '42[1]',
  '42[{"a":1}]',
  '42["unknown event",1,2,3]',
  '43["no such question"]',
  '4399999999999[1]',
  '44{"message":"I refuse you"}',
  '45-["binary"]',
  '451-["x",{"_placeholder":true,"num":99}]',
  '40/admin,',
  '40',
  '41',
  '4{"not":"a packet"}',
  '9',
  'b4',
  '\u0000\u0001\u0002',
  '42["presence:view",{"spellId":"\uD800"}]',
];

describe('rubbish on a socket', () => {
  it('2,000 frames of it hurt nobody else', async () => {
    const hub = await startHub({ config: { socketEventsPerSecond: 100_000 } });
    const bystander = hub.connect(await hub.signInAs(wardCoordinator()));
    await heard(bystander, 'hello');
    const headers = await hub.signInAs(hubManager());

    let sent = 0;
    while (sent < 2000) {
      const socket = await joinedSocket(hub, headers);
      // Some frames make the server close the connection; then the next one goes on.
      for (let turn = 0; turn < FRAMES.length * 2 && sent < 2000; turn += 1) {
        if (socket.readyState !== 1) break;
        const frame = FRAMES[sent % FRAMES.length] ?? '';
        socket.send(sent % 7 === 0 ? Buffer.from(frame) : frame);
        sent += 1;
        if (sent % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    }
    expect(await answers(bystander)).toEqual({ ok: true });
    expect((await hub.get('/healthz')).status).toBe(200);
  }, 60_000);

  it('before anybody signed in hurts nobody either', async () => {
    const hub = await startHub();
    const bystander = hub.connect(await hub.signInAs(wardCoordinator()));
    await heard(bystander, 'hello');
    for (const frame of FRAMES) {
      const socket = await plainSocket(hub, {});
      socket.send(frame);
    }
    expect(await answers(bystander)).toEqual({ ok: true });
  });

  it('is answered where an answer was asked for, and never with what it must not tell', async () => {
    const hub = await startHub();
    const client = hub.connect(await hub.signInAs(hubManager()));
    await heard(client, 'hello');
    const ask = (...args: unknown[]) =>
      new Promise((resolve) => {
        // The types rightly forbid what is tried here.
        (client as unknown as { emit: (...all: unknown[]) => void }).emit(...args, resolve);
      });
    const unreadable = { ok: false, code: 'INVALID', message: expect.any(String) };
    expect(await ask('presence:view')).toEqual(unreadable);
    expect(await ask('presence:view', 'x')).toEqual(unreadable);
    expect(await ask('presence:view', { spellId: 'x' })).toEqual(unreadable);
    expect(await ask('presence:view', { spellId: null, more: 1 })).toEqual(unreadable);
    expect(await ask('presence:view', { spellId: null })).toEqual({ ok: true });
  });

  it('in a flood ends that connection, and no other', async () => {
    const hub = await startHub({ config: { socketEventsPerSecond: 20 } });
    const headers = await hub.signInAs(hubManager());
    const flooder = hub.connect(headers);
    const bystander = hub.connect(headers);
    await Promise.all([heard(flooder, 'hello'), heard(bystander, 'hello')]);
    const ended = new Promise((resolve) => flooder.once('disconnect', resolve));
    for (let count = 0; count < 100; count += 1) flooder.emit('presence:view', { spellId: null });
    expect(await ended).toBe('io server disconnect');
    expect(await answers(bystander)).toEqual({ ok: true });
  });

  it('of more than 64 kB ends that connection', async () => {
    const hub = await startHub();
    const socket = await joinedSocket(hub, await hub.signInAs(hubManager()));
    const ended = new Promise((resolve) => {
      socket.on('close', resolve);
    });
    socket.send(`42["presence:view",{"spellId":"${'x'.repeat(70 * 1024)}"}]`);
    expect(await ended).toBe(1009);
  });
});
