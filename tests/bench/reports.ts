import { addDays } from '../../domain/time.ts';
import { inMs, percentile } from './percentiles.ts';

const PAGES = [
  '/reports',
  '/reports/discharges',
  '/reports/situation',
  '/reports/trends?measure=remaining&every=day',
  '/reports/trends?measure=bed_days&every=week',
  '/reports/people?report=discharges&figure=delayed&group=all',
] as const;

const ROUNDS = 10;
const PROBE_MS = 20;

type Hub = { origin: string; headers: Record<string, string>; print: (line: string) => void };

/**
 * Times each report from the question to the page, worked out anew each time, and how long the
 * server keeps a small request waiting meanwhile and without reports: the board must not feel them.
 */
export async function benchReports({ origin, headers, print }: Hub): Promise<void> {
  const calm = await probedWhile(origin, async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 2_000);
    });
  });
  print(`reports: a small request without them ${inMs(calm)}`);
  for (const path of PAGES) {
    const times: number[] = [];
    const waits = await probedWhile(origin, async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const at = performance.now();
        await read(origin, fresh(path, round), headers);
        times.push(performance.now() - at);
      }
    });
    const longest = percentile(waits, 1).toFixed(0);
    print(
      `  ${path}: ${inMs(times)}; a small request meanwhile ${inMs(waits)}, at most ${longest}`,
    );
  }
}

/** Another question each time, as the same one is answered from what was worked out before. */
function fresh(path: string, round: number): string {
  const population = round % 2 === 0 ? 'national' : 'everybody';
  const by = ['provider', 'site', 'ward', 'place', 'pathway'][Math.floor(round / 2)] ?? 'ward';
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const day = addDays(yesterday, -round);
  const params = new URLSearchParams({ population, by, day, target: String(round) });
  return `${path}${path.includes('?') ? '&' : '?'}${params.toString()}`;
}

async function read(origin: string, path: string, headers: Record<string, string>): Promise<void> {
  for (;;) {
    const response = await fetch(origin + path, { headers });
    const page = await response.text();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    if (!page.includes('report-progress')) return;
  }
}

/** How long the server took over small requests while something ran. */
async function probedWhile(origin: string, run: () => Promise<void>): Promise<number[]> {
  const waits: number[] = [];
  let isRunning = true;
  const probe = async () => {
    while (isRunning) {
      const at = performance.now();
      await (await fetch(`${origin}/healthz`)).text();
      waits.push(performance.now() - at);
      await new Promise((resolve) => {
        setTimeout(resolve, PROBE_MS);
      });
    }
  };
  const probing = probe();
  try {
    await run();
  } finally {
    isRunning = false;
    await probing;
  }
  return waits;
}
