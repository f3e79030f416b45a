/**
 * Loaded into a measured server before its own code (`--import`): tells whoever started it what it
 * has used since it was asked last. Threads of the server load it too, and have nothing to tell.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const EVERY_MS = 5;

if (isMainThread) tellWhenAsked();

function tellWhenAsked() {
  const delays = monitorEventLoopDelay({ resolution: EVERY_MS });
  delays.enable();
  let [cpu, since] = [process.cpuUsage(), performance.now()];

  process.on('message', () => {
    const { user, system } = process.cpuUsage(cpu);
    process.send({
      cpuShare: (user + system) / 1000 / (performance.now() - since),
      memoryBytes: process.memoryUsage.rss(),
      loopP99Ms: heldUp(delays.percentile(99)),
      loopMaxMs: heldUp(delays.max),
    });
    delays.reset();
    [cpu, since] = [process.cpuUsage(), performance.now()];
  });
  // Being asked must not keep it alive.
  process.channel.unref();
}

/**
 * A turn that nothing holds up takes as long as the probe waits.
 *
 * @param {number} ns
 */
function heldUp(ns) {
  return Math.max(0, ns / 1e6 - EVERY_MS);
}
