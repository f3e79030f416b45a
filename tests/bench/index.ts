import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { BoardAnswer, CommandAnswer } from '../../domain/protocol.ts';
import { addDays } from '../../domain/time.ts';
import { freePort, startHubServer } from '../e2e/hub-server.ts';
import { buildIfNeeded } from '../../scripts/build.mjs';
import { DEMO_PASSWORD } from '../../db/seed/make-demo.ts';
import { benchReports } from './reports.ts';
import { measureFanOut } from './fan-out.ts';
import type { FanOut } from './fan-out.ts';
import { inMs, percentile } from './percentiles.ts';

/** `npm run bench -- [snapshot|sync|reports] [--spells N] [--clients C] [--rate PER_SECOND] [--seconds S] [--days FINISHED]` */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    spells: { type: 'string', default: '1800' },
    clients: { type: 'string', default: '200' },
    rate: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '10' },
    days: { type: 'string', default: '2' },
  },
});
const [suite = 'all'] = positionals;
const [clients, perSecond, seconds] = [values.clients, values.rate, values.seconds].map(Number);

await buildIfNeeded();
const hub = await startHubServer({
  openSpells: Number(values.spells),
  finishedDays: Number(values.days),
  env: { COMMANDS_PER_SECOND: '10000', SOCKETS_PER_USER: '10000', LOG_LEVEL: 'silent' },
});
try {
  const headers = await managerHeaders(hub.origin);
  if (suite === 'all' || suite === 'snapshot') await benchSnapshot(hub.origin, headers);
  if (suite === 'all' || suite === 'sync') await benchSync(hub.origin, headers);
  if (suite === 'all' || suite === 'reports')
    await benchReports({ origin: hub.origin, headers, print });
} finally {
  await hub.remove();
}

async function managerHeaders(origin: string) {
  const response = await fetch(`${origin}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams({ email: 'manager@demo.test', password: DEMO_PASSWORD }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { origin, cookie };
}

async function benchSnapshot(origin: string, headers: Record<string, string>) {
  const times: number[] = [];
  let body = '';
  for (let round = 0; round < 30; round += 1) {
    const at = performance.now();
    body = await (await fetch(`${origin}/api/board`, { headers })).text();
    times.push(performance.now() - at);
  }
  const { cards } = JSON.parse(body) as BoardAnswer; // our own server's
  const kilobytes = Math.round(gzipSync(body).length / 1024);
  print(`snapshot: ${cards.length} cards, ${kilobytes} kB compressed, ${inMs(times)}`);
}

async function benchSync(origin: string, headers: Record<string, string>) {
  const board = (await (await fetch(`${origin}/api/board`, { headers })).json()) as BoardAnswer; // as above
  const cards = board.cards.filter((card) => card.dischargedOn === null);
  const send = async (path: string, body: unknown) => {
    const init = { method: 'POST', body: JSON.stringify(body) };
    const json = { 'content-type': 'application/json' };
    return fetch(path, { ...init, headers: { ...headers, ...json } });
  };
  const plan = { clients: clients ?? 0, perSecond: perSecond ?? 0, seconds: seconds ?? 0 };
  let payload: unknown = null;
  const hubFigures = await measureFanOut({
    ...{ url: origin, headers, ...plan },
    change: async (index) => {
      const card = cards[index % cards.length];
      const edd = addDays(board.asOfDay, 1 + (index % 300));
      const command = { id: randomUUID(), type: 'AddNote', spellId: card?.id, text: `Note ${edd}` };
      const answer = (await (
        await send(`${origin}/api/commands`, command)
      ).json()) as CommandAnswer; // as above
      if (!answer.ok) throw new Error(answer.message);
      payload = answer.card;
      return answer.seq;
    },
  });
  const bare = await withBareServer((url) =>
    measureFanOut({
      ...{ url, headers: {}, ...plan },
      change: async (index) => {
        const card = { ...(payload as object), seq: index };
        await send(url, { seq: index, cards: [card], removed: [] });
        return index;
      },
    }),
  );
  print(`sync: ${plan.clients} clients, ${plan.perSecond} changes/s for ${plan.seconds} s`);
  report('hub ', hubFigures);
  report('bare', bare);
  const ratio = percentile(hubFigures.arrived, 0.95) / percentile(bare.arrived, 0.95);
  print(`  fan-out p95, hub to bare: ${ratio.toFixed(2)}`);
}

async function withBareServer<T>(use: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/bare-server.ts'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  try {
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}

function report(name: string, { acknowledged, arrived, expected }: FanOut) {
  print(`  ${name}: acknowledged ${inMs(acknowledged)}`);
  print(`  ${name}: fan-out      ${inMs(arrived)}; ${arrived.length} of ${expected} delivered`);
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
