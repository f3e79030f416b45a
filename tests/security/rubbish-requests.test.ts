import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { hubManager } from '../factories/actor.ts';
import { anAdmission } from '../factories/command.ts';
import { aStayOn } from '../factories/hub-stays.ts';
import type { RunningHub } from '../factories/running-hub.ts';
import { heard, startHub } from '../factories/running-hub.ts';

/** What a server says to bytes that no well-behaved client would send. */
function exchange(hub: RunningHub, bytes: string, { cutOff = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(hub.port, '127.0.0.1', () => {
      socket.write(bytes);
      if (cutOff) setImmediate(() => socket.resetAndDestroy());
    });
    socket.on('data', (data) => (said += String(data)));
    socket.on('error', () => {});
    socket.on('close', () => {
      resolve(said);
    });
  });
}

const statusOf = (said: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0);

type Request = { method?: string; target?: string; headers?: string[]; body?: string };

function bytesOf(hub: RunningHub, { method = 'GET', target = '/', headers = [], body }: Request) {
  const all = [
    `${method} ${target} HTTP/1.1`,
    `Host: localhost:${hub.port}`,
    `Origin: ${hub.origin}`,
    'Connection: close',
    ...headers,
    ...(body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  return `${all.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

const posted = { method: 'POST', target: '/api/commands' };

describe('a request that no page of the hub sends', () => {
  it.each<[string, Request, number]>([
    ['an address of another site', { target: 'http://evil.example/board' }, 400],
    ['no address at all', { method: 'OPTIONS', target: '*' }, 400],
    ['a broken escape', { target: '/wards/%ff' }, 400],
    ['half an escape', { target: '/%' }, 400],
    ['a very long address', { target: `/${'a'.repeat(20_000)}` }, 431],
    ['huge headers', { headers: [`X-Large: ${'a'.repeat(20_000)}`] }, 431],
    ['TRACE', { method: 'TRACE', target: '/board' }, 405],
    ['OPTIONS', { method: 'OPTIONS', target: '/api/board' }, 405],
    ['DELETE', { method: 'DELETE', target: '/spells/x' }, 405],
    ['PUT', { method: 'PUT', target: '/api/commands', body: '{}' }, 405],
    ['two lengths', { ...posted, headers: ['Content-Length: 3', 'Content-Length: 5'] }, 400],
    ['a body in pieces', { ...posted, headers: ['Transfer-Encoding: chunked'] }, 411],
    ['JSON as a form', { method: 'POST', target: '/login', headers: ['Content-Type: application/json'], body: '{}' }, 415],
    ['a body of 70 kB', { ...posted, body: 'x'.repeat(70_000) }, 413],
  ])('%s is refused', async (_what, request, status) => {
    const hub = await startHub();
    expect(statusOf(await exchange(hub, bytesOf(hub, request)))).toBe(status);
    expect((await hub.get('/healthz')).status).toBe(200);
  }); // prettier-ignore

  it('is no fault of ours in the log', async () => {
    const lines: string[] = [];
    const hub = await startHub({ logTo: (line) => lines.push(line) });
    for (const request of [{ target: '/%ff' }, { method: 'TRACE' }, { target: 'http://x.y/' }]) {
      await exchange(hub, bytesOf(hub, request));
    }
    expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });

  it('that ends half-way hurts nobody', async () => {
    const hub = await startHub();
    const client = hub.connect(await hub.signInAs(hubManager()));
    await heard(client, 'hello');
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
    for (const request of [
      { target: '/x', headers: upgrade },
      { target: '/socket.io/?EIO=4&transport=websocket', headers: upgrade },
      { ...posted, headers: ['Content-Length: 1000'] },
      { method: 'POST', target: '/login', headers: ['Content-Length: 1000'] },
    ]) {
      await exchange(hub, bytesOf(hub, request), { cutOff: true });
    }
    await exchange(hub, 'GET / HT', { cutOff: true });
    await exchange(hub, '\0\u0001\r\n\r\n');
    expect((await hub.get('/healthz')).status).toBe(200);
    expect(client.connected).toBe(true);
  });
});

describe('a change that no page of the hub sends', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a number', '1'],
    ['null', 'null'],
    ['a list', '[{"type":"SetEdd"}]'],
    ['a thousand lists in each other', nested(1_000)],
    ['thirty thousand lists in each other', nested(30_000)],
    ['a name that every object has', '{"type":"constructor"}'],
    ['a name that no object should have', '{"type":"__proto__"}'],
    ['invalid UTF-8 as text', '{"type":"\ufffd\ufffd"}'],
    ['deep fields', `{"type":"AddNote","text":${nested(20_000)}}`],
  ])('%s is INVALID', async (_what, body) => {
    const hub = await startHub();
    const response = await hub.send(body, await hub.signInAs(hubManager()));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ ok: false, code: 'INVALID' });
  });

  it('with fields for every object to inherit is INVALID, and nothing inherits them', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const text = JSON.stringify(anAdmission());
    for (const body of [
      text.replace('{', '{"__proto__":{"isDemo":true},'),
      text.replace('"familyName"', '"__proto__":{"isDemo":true},"familyName"'),
      text.replace('{', '{"constructor":{"prototype":{"isDemo":true}},'),
    ]) {
      expect((await hub.send(body, manager)).status).toBe(400);
    }
    expect('isDemo' in {}).toBe(false);
    expect(await hub.store.lastSeq()).toBe(0);
  });

  it('with half a character is kept as what can be kept everywhere', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub);
    const id = '7b0c1c0e-8f7b-4f0e-9d52-3f2f3b1f6a11';
    const body = `{"id":"${id}","type":"AddNote","spellId":"${spellId}","text":"a\\ud800b 😀"}`;
    expect((await hub.send(body, await hub.signInAs(hubManager()))).status).toBe(200);
    const kept = hub.db.prepare('SELECT text FROM notes').pluck().get();
    expect(kept).toBe('a\ufffdb 😀');
    const details = hub.db.prepare('SELECT body FROM event_details WHERE body LIKE ?');
    expect(details.pluck().get('%😀%')).toBe(JSON.stringify({ text: kept }));
  });
});
