import type { Logger } from '../logger.ts';
import { describeFault } from '../logger.ts';

export type Timetable = {
  /** Runs a job again and again, never twice at once; a fault is logged and the next run comes. */
  every(intervalMs: number, name: string, job: () => void | Promise<void>): void;
  /** Stops all jobs and waits for those that are running. */
  stop(): Promise<void>;
};

export function createTimetable(logger: Logger): Timetable {
  const timers: NodeJS.Timeout[] = [];
  const running = new Map<string, Promise<void>>();

  async function run(name: string, job: () => void | Promise<void>): Promise<void> {
    try {
      await job();
    } catch (fault) {
      logger.error({ job: name, fault: describeFault(fault) }, 'job failed');
    } finally {
      running.delete(name);
    }
  }

  return {
    every(intervalMs, name, job) {
      const start = () => {
        if (running.has(name)) return;
        // Begins after it is noted, so that a job that fails at once is not noted for ever.
        const begun = Promise.resolve().then(() => run(name, job));
        running.set(name, begun);
      };
      timers.push(setInterval(start, intervalMs).unref());
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
