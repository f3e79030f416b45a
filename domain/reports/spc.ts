/** Which way is better: fewer delays, more discharges on the day, or neither. */
export type Better = 'lower' | 'higher' | 'neither';

/** The rules of special cause (NHS England, Making Data Count), each with what it says. */
export const SPECIAL_CAUSES = {
  outside: 'outside the process limits',
  shift: 'one of 7 or more in a row on one side of the mean',
  trend: 'one of 7 or more in a row rising or falling',
  near_limit: 'one of 2 out of 3 close to the same process limit, all 3 on that side of the mean',
} as const;
export type SpecialCause = keyof typeof SPECIAL_CAUSES;

export type SpcPoint = {
  value: number;
  mean: number;
  lower: number;
  upper: number;
  /** Empty: common cause, what the process always does. */
  causes: SpecialCause[];
  /** What a special cause means here; `change` where neither way is better. */
  signal: 'common' | 'improvement' | 'concern' | 'change';
};

/** Limits stand at the mean, more or less so many mean moving ranges. */
const LIMIT = 2.66;
/** "Close to a limit": in the outer third between the mean and the limit. */
const NEAR_LIMIT = (2 / 3) * LIMIT;
/** A moving range of so many times the mean one is left out of it. */
const SCREEN = 3.267;
const RUN = 7;

/** The line and limits of some values; `movingRange` is the mean one, after screening. */
export type ProcessLimits = { mean: number; movingRange: number; lower: number; upper: number };

/**
 * Mean, and mean ± 2.66 × mean moving range. Moving ranges of 3.267 times their mean or more are
 * left out, once, so that a single leap does not hide the rest (Making Data Count). Null without
 * values; one value alone is its own limits.
 */
export function processLimits(values: readonly number[]): ProcessLimits | null {
  if (values.length === 0) return null;
  const mean = average(values);
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const meanRange = average(ranges);
  const usual = ranges.filter((range) => range < SCREEN * meanRange);
  const movingRange = average(usual);
  return {
    mean,
    movingRange,
    lower: mean - LIMIT * movingRange,
    upper: mean + LIMIT * movingRange,
  };
}

/**
 * The points of an XmR chart, by the rules of Making Data Count (docs/reports.md names the tables
 * that this is held against). At each of `steps` (indexes of values) mean and limits begin anew,
 * for a change whose date and reason are known; no rule looks across a step.
 */
export function xmrChart(
  values: readonly number[],
  { better, steps = [] }: { better: Better; steps?: readonly number[] },
): SpcPoint[] {
  const starts = [0, ...steps.filter((step) => step > 0 && step < values.length)].sort(
    (a, b) => a - b,
  );
  return starts.flatMap((start, index) =>
    pointsBetweenSteps(values.slice(start, starts[index + 1]), better),
  );
}

function pointsBetweenSteps(values: readonly number[], better: Better): SpcPoint[] {
  const limits = processLimits(values);
  if (limits === null) return [];
  const { mean, movingRange, lower, upper } = limits;
  const side = values.map((value) => Math.sign(value - mean));
  const isOutside = values.map((value) => value > upper || value < lower);
  const isNear = values.map(
    (value, index) => Math.abs(value - mean) > NEAR_LIMIT * movingRange && !isOutside[index],
  );
  const shifts = inRuns(side, RUN);
  const trends = inTrends(values);
  const near = twoOfThree(isNear, side);
  return values.map((value, index) => {
    const causes: SpecialCause[] = [];
    // The first says which way it goes.
    if (isOutside[index]) causes.push('outside');
    if (trends.has(index)) causes.push('trend');
    if (near.has(index)) causes.push('near_limit');
    if (shifts.has(index)) causes.push('shift');
    const way = causes[0] === 'trend' ? (trends.get(index) ?? 0) : (side[index] ?? 0);
    const signal = causes.length === 0 ? 'common' : signalOf(way, better);
    return { value, mean, lower, upper, causes, signal };
  });
}

/**
 * What a special cause means: above the mean, or rising, is an improvement where higher is better,
 * and so on. A trend goes by its direction, on whichever side of the mean a point of it lies.
 */
function signalOf(way: number, better: Better): SpcPoint['signal'] {
  if (better === 'neither') return 'change';
  return way > 0 === (better === 'higher') ? 'improvement' : 'concern';
}

/** The indexes in runs of one sign, at least so long; 0 ends a run. */
function inRuns(signs: readonly number[], length: number): Set<number> {
  const found = new Set<number>();
  let start = 0;
  signs.forEach((sign, index) => {
    if (sign === 0 || sign !== signs[index - 1]) start = index;
    if (sign === 0 || index - start + 1 < length) return;
    for (let at = start; at <= index; at += 1) found.add(at);
  });
  return found;
}

/** Seven points rising (1) or falling (-1) are six steps of one sign; by index. */
function inTrends(values: readonly number[]): Map<number, number> {
  const steps = values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? value)));
  const found = new Map<number, number>();
  for (const step of inRuns(steps, RUN - 1)) {
    for (const at of [step, step + 1]) found.set(at, steps[step] ?? 0);
  }
  return found;
}

/** Of each three on one side of the mean, those close to the limit, if there are two. */
function twoOfThree(isNear: readonly boolean[], side: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (let start = 0; start + 3 <= side.length; start += 1) {
    const three = [start, start + 1, start + 2];
    const sides = three.reduce((sum, index) => sum + (side[index] ?? 0), 0);
    const near = three.filter((index) => isNear[index]);
    if (Math.abs(sides) === 3 && near.length >= 2) for (const index of near) found.add(index);
  }
  return found;
}

/** 0 of nothing: without moving ranges, limits are at the mean. */
function average(numbers: readonly number[]): number {
  return numbers.length === 0
    ? 0
    : numbers.reduce((total, number) => total + number, 0) / numbers.length;
}

/** How the last point varies, as its icon says. */
export type Variation = SpcPoint['signal'];

/** Whether a target will be met as things stand: always, never, or by chance. */
export type Assurance = 'pass' | 'fail' | 'by_chance' | 'no_target';

export function variationOf(points: readonly SpcPoint[]): Variation {
  return points.at(-1)?.signal ?? 'common';
}

/** By the limits at the last point: a target beyond them is always or never met. */
export function assuranceOf(
  points: readonly SpcPoint[],
  better: Better,
  target: number | null,
): Assurance {
  const last = points.at(-1);
  if (last === undefined || target === null || better === 'neither') return 'no_target';
  if (target > last.upper) return better === 'higher' ? 'fail' : 'pass';
  if (target < last.lower) return better === 'higher' ? 'pass' : 'fail';
  return 'by_chance';
}
