import { describe, expect, it, vi } from 'vitest';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import { createReportDesk, wasCancelled } from '../../../server/reports/report-desk.ts';
import type { ReportEngine, ReportRequest } from '../../../server/reports/report-request.ts';
import { Cancelled } from '../../../server/reports/report-request.ts';
import { NOW, TODAY } from '../../factories/clock.ts';

const REQUEST: ReportRequest = {
  kind: 'answer',
  question: readQuestion('now', new URLSearchParams(), TODAY),
  now: NOW,
  today: TODAY,
  timeZone: 'Europe/London',
};

/** An engine that is done when the test says so. */
function anEngine() {
  const running: { finish: () => void; fail: (fault: Error) => void; signal: AbortSignal }[] = [];
  const engine: ReportEngine = {
    run: (_request, onProgress, signal) =>
      new Promise((resolve, reject) => {
        onProgress(2, 7);
        signal.addEventListener('abort', () => {
          reject(new Cancelled());
        });
        running.push({
          finish: () => {
            resolve({ kind: 'nothing' });
          },
          fail: reject,
          signal,
        });
      }),
    close: async () => {},
  };
  return { engine, running };
}

describe('the desk of reports', () => {
  it('says how far a report is, and hands it over when it is done', async () => {
    const { engine, running } = anEngine();
    const desk = createReportDesk(engine, { waitMs: 0 });
    expect(await desk.ask('now', REQUEST)).toMatchObject({
      state: 'working',
      done: 2,
      of: 7,
      isNew: true,
    });
    running[0]?.finish();
    await vi.waitFor(async () => {
      expect(await desk.ask('now', REQUEST)).toEqual({
        state: 'ready',
        result: { kind: 'nothing' },
      });
    });
  });

  it('works out anew what is answered once, and not what somebody still waits for', async () => {
    const { engine, running } = anEngine();
    const desk = createReportDesk(engine, { waitMs: 0 });
    const once = { isOnce: true };
    expect(await desk.ask('return', REQUEST, once)).toMatchObject({ isNew: true });
    expect(await desk.ask('return', REQUEST, once)).toMatchObject({ isNew: false });
    running[0]?.finish();
    await vi.waitFor(async () => {
      expect(await desk.ask('return', REQUEST, once)).toMatchObject({ state: 'ready' });
    });
    expect(await desk.ask('return', REQUEST, once)).toMatchObject({ isNew: true });
    expect(running).toHaveLength(2);
  });

  it('works out once what several ask for', async () => {
    const { engine, running } = anEngine();
    const desk = createReportDesk(engine, { waitMs: 0 });
    await Promise.all([desk.ask('now', REQUEST), desk.ask('now', REQUEST)]);
    await desk.ask('another', REQUEST);
    expect(running).toHaveLength(2);
  });

  it('gives up what is stopped, and begins it anew when it is asked for again', async () => {
    const { engine, running } = anEngine();
    const desk = createReportDesk(engine, { waitMs: 0 });
    await desk.ask('now', REQUEST);
    desk.cancel('now');
    expect(running[0]?.signal.aborted).toBe(true);
    expect(await desk.ask('now', REQUEST)).toMatchObject({ state: 'working' });
    expect(running).toHaveLength(2);
  });

  it('gives up what nobody asks for any more', async () => {
    const { engine, running } = anEngine();
    const desk = createReportDesk(engine, { waitMs: 0, abandonedMs: 1 });
    // Whether whoever asked was told before it was given up is no matter.
    await desk.ask('now', REQUEST).catch(wasCancelled);
    await vi.waitFor(() => {
      expect(running[0]?.signal.aborted).toBe(true);
    });
  });

  it('tells whoever waits that it was stopped, or failed', async () => {
    const { engine, running } = anEngine();
    const desk = createReportDesk(engine);
    const stopped = desk.ask('now', REQUEST).catch(wasCancelled);
    desk.cancel('now');
    expect(await stopped).toBe(true);
    const failed = desk.finish('now', REQUEST);
    running[1]?.fail(new Error('No such table'));
    await expect(failed).rejects.toThrow('No such table');
  });

  it('takes on only so many at once', async () => {
    const { engine } = anEngine();
    const desk = createReportDesk(engine, { waitMs: 0 });
    for (let count = 0; count < 40; count += 1) await desk.ask(`report ${count}`, REQUEST);
    expect(await desk.ask('one more', REQUEST)).toEqual({ state: 'busy' });
    expect(await desk.finish('one more', REQUEST)).toBeNull();
    expect(await desk.ask('report 1', REQUEST)).toMatchObject({ state: 'working' });
  });

  it('takes on another however many are done', async () => {
    const { engine, running } = anEngine();
    const desk = createReportDesk(engine);
    for (let count = 0; count < 60; count += 1) {
      const asked = desk.ask(`report ${count}`, REQUEST);
      running.at(-1)?.finish();
      expect(await asked).toMatchObject({ state: 'ready' });
    }
  });
});
