import { Worker } from 'node:worker_threads';
import type { Logger } from '../logger.ts';
import { describeFault } from '../logger.ts';
import type { Progress, ReportEngine, ReportResult } from './report-request.ts';
import { Cancelled } from './report-request.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

type Pending = {
  onProgress: Progress;
  resolve: (result: ReportResult) => void;
  reject: (fault: Error) => void;
};

/** What failed in the thread, and was logged there by its places. */
export class ReportFault extends Error {
  override name = 'ReportFault';
}

/**
 * Works reports out in a thread of its own, which starts with the first of them. When the thread
 * dies, what it was at fails, and the next report starts another.
 */
export function workerEngine(databasePath: string, logger: Logger): ReportEngine {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let lastId = 0;

  function failAll(fault: unknown): void {
    worker = null;
    for (const { reject } of pending.values()) reject(new ReportFault('The reports thread ended'));
    pending.clear();
    if (fault !== null) logger.error({ fault: describeFault(fault) }, 'reports thread ended');
  }

  function take(message: FromWorker): void {
    const job = pending.get(message.id);
    if (job === undefined) return;
    if (message.kind === 'progress') {
      job.onProgress(message.done, message.of);
      return;
    }
    pending.delete(message.id);
    if (message.kind === 'result') job.resolve(message.result);
    else if (message.fault === null) job.reject(new Cancelled());
    else {
      logger.error({ fault: message.fault }, 'report failed');
      job.reject(new ReportFault('The report failed'));
    }
  }

  function start(): Worker {
    const started = startWorker(databasePath);
    started.unref();
    started.on('message', take);
    started.on('error', (fault) => {
      if (worker === started) failAll(fault);
    });
    started.on('exit', () => {
      if (worker === started) failAll(null);
    });
    return started;
  }

  return {
    run(request, onProgress, signal) {
      worker ??= start();
      const to = worker;
      lastId += 1;
      const id = lastId;
      const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
      signal.addEventListener('abort', () => {
        Atomics.store(cancelFlag, 0, 1);
      });
      return new Promise((resolve, reject) => {
        pending.set(id, { onProgress, resolve, reject });
        to.postMessage({ id, request, cancelFlag } satisfies ToWorker);
      });
    },
    async close() {
      const ending = worker;
      worker = null;
      await ending?.terminate();
      failAll(null);
    },
  };
}

/** The built thread lies beside the built server; from source, tsx reads it as it reads this file. */
function startWorker(databasePath: string): Worker {
  const options = { workerData: { databasePath } };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./report-worker.js', import.meta.url), options);
  }
  const source = JSON.stringify(new URL('./report-worker.ts', import.meta.url).href);
  const start = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${source}); });`;
  return new Worker(start, { ...options, eval: true });
}
