import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { io } from 'socket.io-client';
import { expect, onTestFinished } from 'vitest';
import { createRandom } from '../../db/seed/random.ts';
import type { Random } from '../../db/seed/random.ts';
import type { BoardChanges } from '../../domain/protocol.ts';
import { inMs } from '../bench/percentiles.ts';
import { admitPatients, boardOf, proveDatabase } from '../convergence/process-history.ts';
import { hubManager, wardCoordinator } from '../factories/actor.ts';
import type { HubProcess } from '../factories/hub-process.ts';
import { startHubProcess } from '../factories/hub-process.ts';

type Plain = {
  on: (event: string, listener: (data: unknown) => void) => void;
  send: (data: string | Buffer) => void;
  ping: () => void;
  terminate: () => void;
  readyState: number;
};
// The library under Socket.IO's client, for frames that the client itself would never send.
const require = createRequire(createRequire(import.meta.url).resolve('engine.io-client'));
const WebSocket = require('ws') as new (url: string, options: object) => Plain;

const SOCKET_SEEDS = [
  '40',
  '420["presence:view",{"spellId":null}]',
  '42["presence:view",{"spellId":"00000000-0000-4000-8000-000000000001"}]',
  '451-["presence:view",{"_placeholder":true,"num":0}]',
  '43["board:changes"]',
  '3',
];
const BODY_SEEDS = [
  '{"id":"00000000-0000-4000-8000-000000000001","type":"AddNote","spellId":"x","text":"y"}',
  '{"id":"00000000-0000-4000-8000-000000000002","type":"SetEdd","spellId":"x","edd":"2026-02-31","seen":null}',
  '{"type":"AdmitPatient","person":{"familyName":"","nhsNumber":"9990000018"}}',
  '[]',
];
const TARGETS = ['/api/commands', '/login', '/api/board?since=1', '/api/spells/x', '/wards/x', '/'];

/**
 * Rubbish by the thousand, over sockets and HTTP, made from what real clients send; meanwhile
 * somebody works, and five others listen. The server stays the same process, every listener gets
 * every change, and nothing of the rubbish is written.
 */
export async function proveRubbishFlood(seed: string, count: number): Promise<void> {
  const random = createRandom(seed);
  const env = { SOCKET_EVENTS_PER_SECOND: '100000', SOCKETS_PER_USER: '10000' };
  const server = await startHubProcess({ staff: [hubManager(), wardCoordinator()], env });
  await admitPatients(server, random, 5);
  const listeners = await Promise.all(Array.from({ length: 5 }, () => listenTo(server)));
  const pid = server.pid();
  const sentAt = new Map<number, number>();
  const given: Parameters<typeof proveDatabase>[1] = [];
  let sent = 0;
  while (sent < count) {
    await Promise.all([sendFrames(server, random, 20), sendRequests(server, random, 5)]);
    sent += 25;
    if (sent % 100 === 0) await work(server, random, sentAt);
  }
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(server.pid()).toBe(pid);
  const expected = [...sentAt.keys()];
  for (const { seen } of listeners) {
    await expect.poll(() => expected.filter((seq) => !seen.has(seq)), { timeout: 30_000 }).toEqual([]); // prettier-ignore
  }
  const latencies = listeners.flatMap(({ seen }) =>
    [...sentAt].map(([seq, at]) => (seen.get(seq) ?? Number.NaN) - at),
  );
  process.stdout.write(
    `${seed}: ${sent} malformed, listeners heard of ${expected.length} changes, ${inMs(latencies)}\n`,
  );
  const { seq } = await boardOf(server, hubManager().id);
  // Five admissions and the notes: none of the rubbish became an event.
  expect(seq).toBe(5 + expected.length);
  expect(await server.end()).toMatchObject({ code: 0, err: '' });
  proveDatabase(server.file, given);
}

async function listenTo(server: HubProcess) {
  const seen = new Map<number, number>();
  const socket = io(server.url, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false },
    extraHeaders: server.headersOf(hubManager().id),
  });
  onTestFinished(() => {
    socket.disconnect();
  });
  socket.on('board:changes', ({ cards }: BoardChanges) => {
    for (const { seq } of cards) seen.set(seq, performance.now());
  });
  await new Promise((resolve) => socket.once('hello', resolve));
  return { seen };
}

/** Somebody's note, in the middle of it all. */
async function work(server: HubProcess, random: Random, sentAt: Map<number, number>) {
  const { cards } = await boardOf(server, hubManager().id);
  const at = performance.now();
  const response = await fetch(`${server.url}/api/commands`, {
    method: 'POST',
    headers: { ...server.headersOf(hubManager().id), 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ id: random.uuid(Date.now()), type: 'AddNote', text: 'In the middle of it all' },
      spellId: random.pick(cards).id,
    }),
  });
  expect(response.status).toBe(200);
  const { seq } = (await response.json()) as { seq: number }; // our own server's
  sentAt.set(seq, at);
}

async function sendFrames(server: HubProcess, random: Random, count: number): Promise<void> {
  const url = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: server.headersOf(wardCoordinator().id) });
  socket.on('error', () => {});
  const closed = new Promise<unknown>((resolve) => {
    socket.on('close', resolve);
  });
  const opened = new Promise<unknown>((resolve) => {
    socket.on('open', resolve);
  });
  await Promise.race([opened, closed]);
  if (random.chance(0.8)) socket.send('40');
  for (let frame = 0; frame < count && socket.readyState === 1; frame += 1) {
    const text = spoilt(random.pick(SOCKET_SEEDS), random);
    socket.send(random.chance(0.2) ? Buffer.from(text) : text);
  }
  // A ping's answer comes after all that was sent before it has been read.
  const ponged = new Promise<unknown>((resolve) => {
    socket.on('pong', resolve);
  });
  if (socket.readyState === 1) socket.ping();
  await Promise.race([ponged, closed]);
  socket.terminate();
  await closed;
}

async function sendRequests(server: HubProcess, random: Random, count: number): Promise<void> {
  for (let request = 0; request < count; request += 1) {
    const { origin, cookie } = server.headersOf(wardCoordinator().id);
    const body = spoilt(random.pick(BODY_SEEDS), random);
    const head = [
      `${random.pick(['GET', 'POST', 'PUT', 'BREW'])} ${spoiltAddress(random)} HTTP/1.1`,
      `Host: localhost:${server.port}`,
      `Origin: ${random.chance(0.9) ? origin : 'https://evil.example'}`,
      `Cookie: ${random.chance(0.8) ? cookie : spoilt(cookie, random).replace(/[\r\n]/g, '')}`,
      `Content-Type: ${random.pick(['application/json', 'text/plain', 'multipart/form-data'])}`,
      `Content-Length: ${random.chance(0.8) ? Buffer.byteLength(body) : random.int(0, 90_000)}`,
      'Connection: close',
    ].join('\r\n');
    const bytes = `${random.chance(0.9) ? head : spoilt(head, random)}\r\n\r\n${body}`;
    await exchange(server.port, bytes, random.chance(0.3));
  }
}

function exchange(port: number, bytes: string, isCutOff: boolean): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      if (isCutOff) {
        socket.write(bytes);
        setImmediate(() => socket.resetAndDestroy());
      } else socket.end(bytes);
    });
    socket.on('data', () => {});
    socket.on('error', () => {});
    socket.on('close', () => {
      resolve();
    });
  });
}

function spoiltAddress(random: Random): string {
  const target = random.pick(TARGETS);
  return random.chance(0.5) ? target : encodeURI(spoilt(target, random)).replace(/%25/g, '%');
}

/** Something that was right until bytes were cut out, changed, doubled or put in. */
function spoilt(text: string, random: Random): string {
  const at = random.int(0, text.length);
  const to = Math.min(text.length, at + random.int(1, 8));
  const odd = random.pick(['\0', '"', '{', '}', '[[[[', '\\', 'é中🙂', '__proto__', '-1e999', ' ']);
  switch (random.int(0, 3)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, at) + odd + text.slice(to);
    case 2:
      return text.slice(0, at) + odd.repeat(random.int(1, 500)) + text.slice(at);
    default:
      return text.slice(0, to) + text.slice(at);
  }
}
