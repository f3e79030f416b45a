import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** What a process started with the probe has used; CPU as a share of one core. */
export type Usage = {
  cpuShare: number;
  memoryBytes: number;
  loopP99Ms: number;
  loopMaxMs: number;
};

/** Arguments of Node that load the probe; the process needs a channel (`ipc`) to answer on. */
export const WITH_PROBE = ['--import', path.join(import.meta.dirname, 'probe.mjs')];

/** What it has used since this was asked last. */
export async function usageSinceLast(child: ChildProcess): Promise<Usage> {
  const answered = once(child, 'message');
  child.send('usage');
  const [usage] = await answered;
  return usage as Usage; // only the probe writes to the channel
}
