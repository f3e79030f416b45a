/**
 * The least of some values that so large a share of them do not exceed (nearest rank): 0.5 is the
 * median, 0.9 the 90th percentile. Null of none.
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  // A share of 0.9 of 10 is 9, though 0.9 * 10 may be a hair more.
  const rank = Math.ceil(share * sorted.length - 1e-9);
  return sorted[Math.max(0, rank - 1)] ?? null;
}
