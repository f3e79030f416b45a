import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import { createLogger } from '../../../server/logger.ts';
import { Cancelled } from '../../../server/reports/report-request.ts';
import type { ReportRequest } from '../../../server/reports/report-request.ts';
import { ReportFault, workerEngine } from '../../../server/reports/worker-engine.ts';
import { NOW, TODAY } from '../../factories/clock.ts';
import { goldenDatabase, playGoldenStays } from './golden-stays.ts';
import { tablesOf } from './markdown-tables.ts';

function aFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-reports-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const db = goldenDatabase();
  const page = readFileSync(path.join(import.meta.dirname, 'golden-month.md'), 'utf8');
  playGoldenStays(db, tablesOf(page)[0] ?? []);
  const file = path.join(folder, 'hub.sqlite');
  db.exec(`VACUUM INTO '${file}'`);
  return file;
}

function anEngine(file: string) {
  const engine = workerEngine(file, createLogger('silent'));
  onTestFinished(() => engine.close());
  return engine;
}

const asking = (report: 'discharges' | 'trends', params: string): ReportRequest => ({
  kind: 'answer',
  question: readQuestion(report, new URLSearchParams(params), TODAY),
  now: NOW,
  today: TODAY,
  timeZone: 'Europe/London',
});

const never = new AbortController().signal;

it('works reports out in a thread of its own, one after another', async () => {
  const engine = anEngine(aFile());
  const [first, second] = await Promise.all([
    engine.run(asking('discharges', 'month=2026-10'), () => {}, never),
    engine.run(asking('discharges', 'month=2026-10&population=everybody'), () => {}, never),
  ]);
  const discharged = [first, second].map((result) =>
    result.kind === 'answer' ? result.answer.tables[0]?.rows[0]?.cells[0] : null,
  );
  expect(discharged).toEqual([30, 37]);
});

it('tells how far a trend is', async () => {
  const engine = anEngine(aFile());
  const steps: string[] = [];
  const tell = (done: number, of: number) => steps.push(`${done}/${of}`);
  await engine.run(asking('trends', 'every=week'), tell, never);
  expect(steps.slice(0, 2)).toEqual(['0/6', '1/6']);
});

it('stops when nobody wants the report any more', async () => {
  const engine = anEngine(aFile());
  const abort = new AbortController();
  const stopped = engine.run(asking('trends', 'every=week'), () => {}, abort.signal);
  abort.abort();
  await expect(stopped).rejects.toThrow(Cancelled);
  const next = await engine.run(asking('discharges', 'month=2026-10'), () => {}, never);
  expect(next.kind).toBe('answer');
});

it('fails what cannot be worked out, and nothing else', async () => {
  const engine = anEngine(path.join(tmpdir(), 'no-such-hub.sqlite'));
  await expect(engine.run(asking('discharges', ''), () => {}, never)).rejects.toThrow(ReportFault);
  await expect(engine.run(asking('discharges', ''), () => {}, never)).rejects.toThrow(ReportFault);
});

it('fails what was under way when it is closed', async () => {
  const engine = anEngine(aFile());
  const cut = engine.run(asking('trends', ''), () => {}, never);
  await Promise.all([expect(cut).rejects.toThrow(ReportFault), engine.close()]);
});
