import type { HubServer } from '../e2e/hub-server.ts';
import type { BoardChanges } from '../../domain/protocol.ts';
import type { FanOut, Load } from './fan-out.ts';
import { measureFanOut } from './fan-out.ts';
import type { NoteWriter } from './note-writer.ts';
import { inMs, percentile } from './percentiles.ts';
import { printFigure, printLine } from './print-figure.ts';
import { benchRestart } from './restart.ts';
import { measureYardstick } from './yardsticks.ts';

/** What people do in a busy hour, and more. */
const STEPS = [
  { clients: 200, perSecond: 20 },
  { clients: 500, perSecond: 20 },
  { clients: 500, perSecond: 10 },
  { clients: 1000, perSecond: 20 },
] as const;
const HIGHEST = { clients: 200, perSecond: 300, seconds: 5 } as const;
const RESTARTED_CLIENTS = 500;

type Bench = {
  hub: HubServer;
  headers: Record<string, string>;
  writeNote: NoteWriter;
  /** Only the steps with so many clients; all when it is not given. */
  clients: number | undefined;
  seconds: number;
};

/**
 * How long a change takes to be on the disk and at every board, beside the same load on Socket.IO
 * alone, which keeps nothing, and on Socket.IO behind a bare write to the disk. What the figures
 * mean: docs/architecture.md, "How long news takes".
 */
export async function benchSync(bench: Bench): Promise<void> {
  const { clients, seconds } = bench;
  const isWanted = (step: { clients: number }) => clients === undefined || step.clients === clients;
  for (const step of STEPS.filter(isWanted)) await benchStep(bench, { ...step, seconds });
  if (isWanted(HIGHEST)) await benchHighest(bench);
  if (isWanted({ clients: RESTARTED_CLIENTS })) await benchRestart(bench, RESTARTED_CLIENTS);
}

async function benchStep(bench: Bench, load: Load): Promise<void> {
  const { figures, frame } = await measureHub(bench, load);
  const bare = await measureYardstick(load, frame, { isDurable: false });
  const durable = await measureYardstick(load, frame, { isDurable: true });
  printLine(
    `sync: ${load.clients} clients, ${load.perSecond} changes/s for ${load.seconds} s, ${JSON.stringify(frame).length} bytes each`,
  );
  report('the hub', figures);
  report('Socket.IO alone', bare);
  report('Socket.IO after a bare write', durable);
  const p95 = ({ arrivedMs }: FanOut) => percentile(arrivedMs, 0.95);
  printFigure('fan-out p95 to Socket.IO alone', p95(figures) / p95(bare), '', 1.3);
  printFigure('… and to it after a bare write', p95(figures) / p95(durable), '');
  printFigure('deliveries missing', figures.expected - figures.arrivedMs.length, '', 0);
  printFigure('event loop held up, p99', figures.usage.loopP99Ms, 'ms', 100);
  if (load.clients === 500 && load.perSecond === 10) {
    printFigure('fan-out p95', p95(figures), 'ms', 20);
  }
}

async function benchHighest(bench: Bench): Promise<void> {
  const { figures } = await measureHub(bench, HIGHEST);
  const reached = figures.acknowledgedMs.length / (figures.tookMs / 1000);
  printLine(`sync: ${HIGHEST.clients} clients, as many changes as ${HIGHEST.perSecond}/s`);
  report('the hub', figures);
  printFigure('changes acknowledged', reached, '/s');
  const behindMs = figures.tookMs - HIGHEST.seconds * 1000;
  printFigure('behind after five seconds', Math.max(0, behindMs), 'ms', 200);
  printFigure('deliveries missing', figures.expected - figures.arrivedMs.length, '', 0);
}

/** The figures, and the last frame, for yardsticks to send frames like it. */
async function measureHub({ hub, headers, writeNote }: Bench, load: Load) {
  let frame: BoardChanges = { seq: 0, cards: [], removed: [] };
  const server = { url: hub.origin, headers, process: hub.process() };
  const figures = await measureFanOut(server, load, async (index) => {
    const { seq, card } = await writeNote(index);
    if (card !== null) frame = { seq, cards: [card], removed: [] };
    return seq;
  });
  return { figures, frame };
}

function report(name: string, { acknowledgedMs, arrivedMs, expected, usage }: FanOut): void {
  const { cpuShare, memoryBytes, loopP99Ms } = usage;
  printLine(`  ${name}`);
  printLine(`    acknowledged  ${inMs(acknowledgedMs)}`);
  printLine(`    at each board ${inMs(arrivedMs)}; ${arrivedMs.length} of ${expected} delivered`);
  printLine(
    `    ${Math.round(cpuShare * 100)}% of a core, ${Math.round(memoryBytes / 1e6)} MB, event loop p99 ${loopP99Ms.toFixed(1)} ms`,
  );
}
