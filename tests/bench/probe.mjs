/**
 * Loaded into a measured server before its own code (`--import`): tells whoever started it what it
 * has used since it was asked last.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const EVERY_MS = 5;

const delays = monitorEventLoopDelay({ resolution: EVERY_MS });
delays.enable();
let [cpu, since] = [process.cpuUsage(), performance.now()];

process.on('message', () => {
  const { user, system } = process.cpuUsage(cpu);
  process.send({
    cpuShare: (user + system) / 1000 / (performance.now() - since),
    memoryBytes: process.memoryUsage.rss(),
    loopP99Ms: Math.max(0, delays.percentile(99) / 1e6 - EVERY_MS),
  });
  delays.reset();
  [cpu, since] = [process.cpuUsage(), performance.now()];
});
// Being asked must not keep it alive.
process.channel.unref();
