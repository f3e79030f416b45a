import type { describeFault } from '../logger.ts';
import type { ReportRequest, ReportResult } from './report-request.ts';

/** `cancelFlag` is shared memory: not 0 once nobody wants the report any more. */
export type ToWorker = { id: number; request: ReportRequest; cancelFlag: Int32Array };

/** A fault of null: it was cancelled. */
export type FromWorker =
  | { id: number; kind: 'progress'; done: number; of: number }
  | { id: number; kind: 'result'; result: ReportResult }
  | { id: number; kind: 'failed'; fault: ReturnType<typeof describeFault> | null };
