/** The value below which a share of the samples lie; NaN when there are none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `p50 3.1 · p95 6.0 · p99 9.2 ms` */
export function inMs(samples: readonly number[]): string {
  const shown = [0.5, 0.95, 0.99].map((share) => percentile(samples, share).toFixed(1));
  return `p50 ${shown[0] ?? ''} · p95 ${shown[1] ?? ''} · p99 ${shown[2] ?? ''} ms`;
}
