import { calendarDay, DEFAULT_TIME_ZONE } from '../../domain/time.ts';
import type { HubServer } from '../e2e/hub-server.ts';
import { checkSample } from './database-figures.ts';
import { usageSinceLast } from './measured-process.ts';
import type { NoteWriter } from './note-writer.ts';
import { percentile } from './percentiles.ts';
import { printFigure, printLine } from './print-figure.ts';
import type { BenchedPage } from './report-pages.ts';
import { BENCHED_PAGES, HEAVIEST } from './report-pages.ts';

const ROUNDS = 10;
const GOAL_MS = 1_000;
const STALL_GOAL_MS = 50;
const COMMANDS_PER_SECOND = 50;

type Bench = {
  hub: HubServer;
  headers: Record<string, string>;
  writeNote: NoteWriter;
  seconds: number;
};

type Asked = { ms: number; showedProgress: boolean };

/**
 * Times each report from the question to the page, worked out anew each time, and how long the
 * server's loop is held up while people save and the heaviest report is worked out beside them.
 */
export async function benchReports(bench: Bench): Promise<void> {
  const { hub } = bench;
  checkSample(hub.databasePath);
  const today = calendarDay(new Date().toISOString(), DEFAULT_TIME_ZONE);
  printLine('reports: from the question to the page, each worked out anew');
  for (const page of BENCHED_PAGES) {
    const asked: Asked[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      asked.push(await ask(bench, page, round, today));
    }
    printPage(page.name, asked);
  }
  await benchStall(bench, today);
}

/** A page that shows how far it is, and can be stopped, may take longer than one that does not. */
function printPage(name: string, asked: readonly Asked[]): void {
  const times = asked.map(({ ms }) => ms);
  const progress = asked.filter(({ showedProgress }) => showedProgress).length;
  const goal = progress === 0 ? GOAL_MS : undefined;
  printFigure(`${name}, p50`, percentile(times, 0.5), 'ms');
  printFigure('… p95', percentile(times, 0.95), 'ms', goal);
  if (progress > 0) printLine(`    showed how far it was, and could be stopped: ${progress} of ${asked.length}`); // prettier-ignore
}

async function ask(
  { hub, headers }: Bench,
  page: BenchedPage,
  round: number,
  today: string,
): Promise<Asked> {
  const url = hub.origin + page.path(round, today);
  const at = performance.now();
  for (let looks = 0; ; looks += 1) {
    const response = await fetch(url, { headers });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
    if (!text.includes('report-progress')) {
      return { ms: performance.now() - at, showedProgress: looks > 0 };
    }
  }
}

/** The same people saving, without a report and beside one after another. */
async function benchStall(bench: Bench, today: string): Promise<void> {
  const { hub, seconds } = bench;
  const heaviest = BENCHED_PAGES.find(({ name }) => name === HEAVIEST);
  if (heaviest === undefined) throw new Error(`There is no page ${HEAVIEST}`);
  const until = () => performance.now() + seconds * 1000;
  printLine(`reports: ${COMMANDS_PER_SECOND} commands/s for ${seconds} s`);
  await usageSinceLast(hub.process());
  const calm = await saveUntil(bench, until());
  printStall('without a report', calm, await usageSinceLast(hub.process()));
  const end = until();
  const [beside] = await Promise.all([
    saveUntil(bench, end),
    askUntil(bench, heaviest, { end, today }),
  ]);
  const usage = await usageSinceLast(hub.process());
  printStall(`beside “${HEAVIEST}”, again and again`, beside, usage, STALL_GOAL_MS);
}

async function askUntil(
  bench: Bench,
  page: BenchedPage,
  { end, today }: { end: number; today: string },
): Promise<void> {
  for (let round = 0; performance.now() < end; round += 1) {
    await ask(bench, page, round % 24, today);
  }
}

type Stall = Awaited<ReturnType<typeof usageSinceLast>>;

function printStall(name: string, saves: readonly number[], usage: Stall, goal?: number): void {
  printLine(`  ${name}`);
  printFigure('a command saved, p50', percentile(saves, 0.5), 'ms');
  printFigure('… p95', percentile(saves, 0.95), 'ms');
  printFigure('event loop held up, p99', usage.loopP99Ms, 'ms', goal);
  printFigure('… at most', usage.loopMaxMs, 'ms', goal);
}

/** Commands at a steady pace, whatever becomes of those before; how long each took. */
async function saveUntil({ writeNote }: Bench, end: number): Promise<number[]> {
  const saves: Promise<number>[] = [];
  for (let index = 0; performance.now() < end; index += 1) {
    const at = performance.now();
    saves.push(writeNote(index).then(() => performance.now() - at));
    await new Promise((resolve) => {
      setTimeout(resolve, 1000 / COMMANDS_PER_SECOND);
    });
  }
  return Promise.all(saves);
}
