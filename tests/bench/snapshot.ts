import { get } from 'node:http';
import { percentile } from './percentiles.ts';
import { printFigure, printLine } from './print-figure.ts';

const ROUNDS = 30;

type Answer = { tookMs: number; bytes: number };

/** The snapshot as it travels to a browser: the same one again, and the first after each change. */
export async function benchSnapshot(
  origin: string,
  headers: Record<string, string>,
  change: (index: number) => Promise<unknown>,
): Promise<void> {
  const held: Answer[] = [];
  const fresh: Answer[] = [];
  await snapshot(origin, headers);
  for (let round = 0; round < ROUNDS; round += 1) {
    held.push(await snapshot(origin, headers));
    await change(round);
    fresh.push(await snapshot(origin, headers));
  }
  const p95 = (answers: Answer[]) => percentile(answers.map(({ tookMs }) => tookMs), 0.95); // prettier-ignore
  printLine('snapshot: from request to the last byte, p95');
  printFigure('asked for again', p95(held), 'ms', 20);
  printFigure('the first after a change', p95(fresh), 'ms', 20);
  printFigure('size, compressed', (fresh.at(-1)?.bytes ?? Number.NaN) / 1000, 'kB', 180);
}

function snapshot(origin: string, headers: Record<string, string>): Promise<Answer> {
  const at = performance.now();
  return new Promise((resolve, reject) => {
    const options = { headers: { ...headers, 'accept-encoding': 'br' } };
    get(`${origin}/api/board`, options, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve({ tookMs: performance.now() - at, bytes }));
    }).on('error', reject);
  });
}
