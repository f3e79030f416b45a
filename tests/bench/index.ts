import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { BoardAnswer, CommandAnswer } from '../../domain/protocol.ts';
import { freePort, startHubServer } from '../e2e/hub-server.ts';
import { buildIfNeeded } from '../../scripts/build.mjs';
import { DEMO_PASSWORD } from '../../db/seed/make-demo.ts';
import { benchReports } from './reports.ts';
import { measureFanOut } from './fan-out.ts';
import type { FanOut } from './fan-out.ts';
import { inMs, percentile } from './percentiles.ts';
import { benchBoard } from './board.ts';
import { printLine } from './print-figure.ts';
import { benchSnapshot } from './snapshot.ts';

/**
 * `npm run bench -- [board|sync|reports] [--spells N] [--tasks M] [--days FINISHED]
 * [--clients C] [--rate PER_SECOND] [--seconds S]`
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    spells: { type: 'string', default: '2500' },
    tasks: { type: 'string', default: '10000' },
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
  tasksTarget: Number(values.tasks),
  finishedDays: Number(values.days),
  env: { COMMANDS_PER_SECOND: '10000', SOCKETS_PER_USER: '10000', LOG_LEVEL: 'silent' },
});
try {
  const headers = await managerHeaders(hub.origin);
  printLine(`${values.spells} stays with ${values.tasks} open tasks`);
  if (suite === 'all' || suite === 'board') {
    await benchBoard(hub.origin, headers.cookie);
    await benchSnapshot(hub.origin, headers, await noteWriter(hub.origin, headers));
  }
  if (suite === 'all' || suite === 'sync') await benchSync(hub.origin, headers);
  if (suite === 'all' || suite === 'reports')
    await benchReports({ origin: hub.origin, headers, print: printLine });
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

async function boardOf(origin: string, headers: Record<string, string>): Promise<BoardAnswer> {
  return (await (await fetch(`${origin}/api/board`, { headers })).json()) as BoardAnswer; // our own server's
}

/** Writes a note about one patient after another. */
async function noteWriter(origin: string, headers: Record<string, string>) {
  const { cards } = await boardOf(origin, headers);
  const here = cards.filter((card) => card.dischargedOn === null);
  return async (index: number) => {
    const spellId = here[index % here.length]?.id;
    const command = { id: randomUUID(), type: 'AddNote', spellId, text: `Note ${index}` };
    const response = await fetch(`${origin}/api/commands`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(command),
    });
    const answer = (await response.json()) as CommandAnswer; // as above
    if (!answer.ok) throw new Error(answer.message);
    return answer;
  };
}

async function benchSync(origin: string, headers: Record<string, string>) {
  const plan = { clients: clients ?? 0, perSecond: perSecond ?? 0, seconds: seconds ?? 0 };
  const writeNote = await noteWriter(origin, headers);
  let payload: unknown = null;
  const hubFigures = await measureFanOut({
    ...{ url: origin, headers, ...plan },
    change: async (index) => {
      const { card, seq } = await writeNote(index);
      payload = card;
      return seq;
    },
  });
  const bare = await withBareServer((url) =>
    measureFanOut({
      ...{ url, headers: {}, ...plan },
      change: async (index) => {
        const card = { ...(payload as object), seq: index };
        const body = JSON.stringify({ seq: index, cards: [card], removed: [] });
        await fetch(url, { method: 'POST', body });
        return index;
      },
    }),
  );
  printLine(`sync: ${plan.clients} clients, ${plan.perSecond} changes/s for ${plan.seconds} s`);
  report('hub ', hubFigures);
  report('bare', bare);
  const ratio = percentile(hubFigures.arrived, 0.95) / percentile(bare.arrived, 0.95);
  printLine(`  fan-out p95, hub to bare: ${ratio.toFixed(2)}`);
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
  printLine(`  ${name}: acknowledged ${inMs(acknowledged)}`);
  printLine(`  ${name}: fan-out      ${inMs(arrived)}; ${arrived.length} of ${expected} delivered`);
}
