import type { ReportEngine, ReportRequest, ReportResult } from './report-request.ts';
import { Cancelled } from './report-request.ts';

/** Ready, or how far the work is; nobody who asks is kept waiting for long. */
export type DeskAnswer =
  | { state: 'ready'; result: ReportResult }
  | { state: 'working'; done: number; of: number; isNew: boolean }
  | { state: 'busy' };

type Job = {
  finished: Promise<ReportResult>;
  result: ReportResult | null;
  progress: { done: number; of: number };
  abort: AbortController;
  /** Forgets what is done after a while, or gives up what nobody asks for any more. */
  timer: NodeJS.Timeout | null;
  /** How long it is kept once it is done. */
  keepMs: number;
};

/** After so long whoever asks is told how far it is; then they ask again. */
const WAIT_MS = 800;
/** A finished report is as fresh as this at worst; it says of when it is. */
const KEEP_MS = 15_000;
const ABANDONED_MS = 30_000;
/** More under way at once is a fault or an attack; what is done and kept is no work. */
const MOST_UNDER_WAY = 40;

/**
 * How long whoever asks waits at most; how long it is kept for whoever waited in vain; whether it is
 * forgotten once it was answered, so that whoever asks next has it worked out anew.
 */
export type AskTimes = { waitMs?: number; keepMs?: number; isOnce?: boolean };

export type ReportDesk = {
  /** Starts the work if it is not under way, and waits a moment for it. */
  ask(key: string, request: ReportRequest, times?: AskTimes): Promise<DeskAnswer>;
  /** Waits until it is done. */
  finish(key: string, request: ReportRequest): Promise<ReportResult | null>;
  cancel(key: string): void;
  close(): Promise<void>;
};

/**
 * Keeps track of the reports that are being worked out: the same question of several people is
 * worked out once, and what nobody waits for any more is given up.
 */
export function createReportDesk(
  engine: ReportEngine,
  { waitMs = WAIT_MS, keepMs = KEEP_MS, abandonedMs = ABANDONED_MS } = {},
): ReportDesk {
  const jobs = new Map<string, Job>();

  function later(key: string, job: Job, ms: number): void {
    if (job.timer !== null) clearTimeout(job.timer);
    job.timer = setTimeout(() => {
      drop(key, job);
    }, ms).unref();
  }

  function drop(key: string, job: Job): void {
    if (job.timer !== null) clearTimeout(job.timer);
    job.abort.abort();
    if (jobs.get(key) === job) jobs.delete(key);
  }

  function start(key: string, request: ReportRequest): Job {
    const abort = new AbortController();
    const progress = { done: 0, of: 0 };
    const onProgress = (done: number, of: number) => Object.assign(progress, { done, of });
    const finished = engine.run(request, onProgress, abort.signal);
    const job: Job = { finished, result: null, progress, abort, timer: null, keepMs };
    jobs.set(key, job);
    finished.then(
      (result) => {
        job.result = result;
        later(key, job, job.keepMs);
      },
      () => {
        drop(key, job);
      },
    );
    return job;
  }

  function jobFor(key: string, request: ReportRequest): Job | null {
    const known = jobs.get(key);
    if (known !== undefined) return known;
    const underWay = [...jobs.values()].filter(({ result }) => result === null).length;
    return underWay >= MOST_UNDER_WAY ? null : start(key, request);
  }

  return {
    async ask(key, request, times = {}) {
      const { waitMs: patienceMs = waitMs, keepMs: keptMs = keepMs, isOnce = false } = times;
      const isNew = !jobs.has(key);
      const job = jobFor(key, request);
      if (job === null) return { state: 'busy' };
      if (job.result === null) later(key, job, abandonedMs);
      const result = await atMost(patienceMs, job.finished);
      if (result !== null) {
        if (isOnce) drop(key, job);
        return { state: 'ready', result };
      }
      // Only what somebody is told to come back for must be there when they do.
      job.keepMs = keptMs;
      return { state: 'working', ...job.progress, isNew };
    },
    async finish(key, request) {
      const job = jobFor(key, request);
      return job === null ? null : job.finished;
    },
    cancel(key) {
      const job = jobs.get(key);
      if (job !== undefined && job.result === null) drop(key, job);
    },
    async close() {
      for (const [key, job] of jobs) drop(key, job);
      await engine.close();
    },
  };
}

/** What a promise resolves to, or null when that takes longer. Rejects as it does. */
async function atMost<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, ms);
  });
  try {
    return await Promise.race([promise, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

export function wasCancelled(error: unknown): boolean {
  return error instanceof Cancelled;
}
