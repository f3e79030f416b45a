/** From the least to the most that fits what was counted, with 95% confidence. */
export type Interval = { low: number; high: number };

/** 97.5% of a standard normal distribution lie below. */
const Z = 1.959963984540054;

/** The Wilson score interval of a share (Wilson 1927); null of nobody. */
export function shareInterval(part: number, whole: number): Interval | null {
  if (whole === 0) return null;
  const share = part / whole;
  const middle = share + Z ** 2 / (2 * whole);
  const half = Z * Math.sqrt((share * (1 - share)) / whole + (Z / (2 * whole)) ** 2);
  const scale = 1 + Z ** 2 / whole;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}

type Share = { part: number; whole: number };

/**
 * The difference of two shares with its interval (Newcombe 1998, "Interval estimation for the
 * difference between independent proportions", method 10); null where either is of nobody.
 */
export function shareDifference(
  one: Share,
  other: Share,
): ({ difference: number } & Interval) | null {
  const a = shareInterval(one.part, one.whole);
  const b = shareInterval(other.part, other.whole);
  if (a === null || b === null) return null;
  const [p, q] = [one.part / one.whole, other.part / other.whole];
  const difference = p - q;
  return {
    difference,
    low: difference - Math.hypot(p - a.low, b.high - q),
    high: difference + Math.hypot(a.high - p, q - b.low),
  };
}

type Mean = { mean: number; size: number };

/**
 * The difference of two means with its t interval, the spread of both being that of everybody
 * together: so the interval tells nothing of the spread within a small group. It is a little too
 * wide rather than too narrow. Null where either is of nobody, or nobody spreads.
 */
export function meanDifference(
  one: Mean,
  other: Mean,
  spread: { deviation: number; size: number },
): ({ difference: number } & Interval) | null {
  if (one.size === 0 || other.size === 0 || spread.size < 3) return null;
  const difference = one.mean - other.mean;
  const half =
    tQuantile(spread.size - 2) * spread.deviation * Math.sqrt(1 / one.size + 1 / other.size);
  return { difference, low: difference - half, high: difference + half };
}

/** 97.5% of Student's t (Cornish and Fisher's expansion; Abramowitz and Stegun 26.7.5). */
export function tQuantile(freedom: number): number {
  const odd = (power: number) => Z ** power;
  return (
    Z +
    (odd(3) + Z) / (4 * freedom) +
    (5 * odd(5) + 16 * odd(3) + 3 * Z) / (96 * freedom ** 2) +
    (3 * odd(7) + 19 * odd(5) + 17 * odd(3) - 15 * Z) / (384 * freedom ** 3)
  );
}

/** The standard deviation of a sample; 0 of fewer than two. */
export function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
