import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openReportSources } from '../../db/past/past-reader.ts';
import { describeFault } from '../logger.ts';
import { answerRequest } from './answer-request.ts';
import { Cancelled } from './report-request.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** The thread that reports are worked out in: one after another, so that the board never waits. */
const { databasePath } = workerData as { databasePath: string }; // given by `workerEngine` only
const sources = openReportSources(databasePath);
// Where cores are short, saving and the board come first. Only Linux gives a thread a priority of its
// own; elsewhere this would slow the whole server.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
let last: Promise<void> = Promise.resolve();

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

async function work({ id, request, cancelFlag }: ToWorker): Promise<void> {
  const isCancelled = () => Atomics.load(cancelFlag, 0) !== 0;
  try {
    // What nobody wants any more is not begun.
    if (isCancelled()) throw new Cancelled();
    const result = await answerRequest(sources, request, (done, of) => {
      if (isCancelled()) throw new Cancelled();
      tell({ id, kind: 'progress', done, of });
    });
    tell({ id, kind: 'result', result });
  } catch (error) {
    const fault = error instanceof Cancelled ? null : describeFault(error);
    tell({ id, kind: 'failed', fault });
  }
}

parentPort?.on('message', (message: ToWorker) => {
  last = last.then(() => work(message));
});
