import { expect, it } from 'vitest';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import { createReportDesk } from '../../../server/reports/report-desk.ts';
import type { ReportEngine } from '../../../server/reports/report-request.ts';
import { Cancelled } from '../../../server/reports/report-request.ts';
import { createFileDesk } from '../../../server/reports/file-desk.ts';
import { createReportServices } from '../../../server/reports/report-services.ts';
import { hubManager, wardCoordinator } from '../../factories/actor.ts';
import { TODAY, clockAt } from '../../factories/clock.ts';
import { aDatabase } from '../../factories/database.ts';
import { sqliteStore } from '../../../db/sqlite-store.ts';

const question = readQuestion('why', new URLSearchParams('month=2026-10'), TODAY);
const wanted = { format: 'xlsx', tableId: null } as const;
const file = { name: 'why.xlsx', type: 'x', body: new Uint8Array([1, 2]) };

/** Reports of which each file takes until the test says so. */
function aSlowHub() {
  const running: { finish: () => void; signal: AbortSignal }[] = [];
  const engine: ReportEngine = {
    run: (_request, onProgress, signal) =>
      new Promise((resolve, reject) => {
        onProgress(3, 12);
        signal.addEventListener('abort', () => {
          reject(new Cancelled());
        });
        const finish = () => {
          resolve({ kind: 'file', file });
        };
        running.push({ finish, signal });
      }),
    close: async () => {},
  };
  const db = aDatabase();
  const desk = createReportDesk(engine);
  const [store, clock] = [sqliteStore(db), clockAt()];
  const files = createFileDesk({ desk, store, clock, fileWaitMs: 0 });
  const reports = createReportServices({ desk, files, store, clock });
  const noted = () =>
    db
      .prepare<[], string>("SELECT actor_id || ': ' || about FROM read_audit ORDER BY id")
      .pluck()
      .all();
  return { reports, running, noted };
}

const WHY = 'why?month=2026-10&population=national';

it('a large file is made beside the request, and taken away by whoever had it made', async () => {
  const { reports, running, noted } = aSlowHub();
  const manager = hubManager();
  const working = { state: 'working', done: 3, of: 12 };
  expect(await reports.file(manager, question, wanted)).toEqual(working);
  expect(await reports.prepareFile(manager, question, wanted)).toEqual(working);
  running[0]?.finish();
  // The work is done a moment after it was told to be.
  await Promise.resolve();
  expect(await reports.prepareFile(manager, question, wanted)).toEqual({
    state: 'ready',
    answer: { name: 'why.xlsx' },
  });
  expect(await reports.file(manager, question, wanted)).toEqual({ state: 'ready', answer: file });
  expect(running).toHaveLength(1);
  expect(noted()).toEqual([`user-hub: ${WHY} being made`, `user-hub: ${WHY} as why.xlsx`]);

  // Somebody else has their own made; a ward none.
  const colleague = hubManager({ id: 'user-hub-2' });
  expect(await reports.file(colleague, question, wanted)).toEqual(working);
  expect(running).toHaveLength(2);
  expect(await reports.file(wardCoordinator(), question, wanted)).toMatchObject({
    refusal: { code: 'NOT_ALLOWED' },
  });
});

it('a large file that nobody wants any more is stopped, by whoever asked for it alone', async () => {
  const { reports, running } = aSlowHub();
  await reports.file(hubManager(), question, wanted);
  await reports.cancelFile(hubManager({ id: 'user-hub-2' }), question, wanted);
  expect(running[0]?.signal.aborted).toBe(false);
  await reports.cancelFile(hubManager(), question, wanted);
  expect(running[0]?.signal.aborted).toBe(true);
});
