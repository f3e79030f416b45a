import { describe, expect, it } from 'vitest';
import {
  assuranceOf,
  processLimits,
  variationOf,
  xmrChart,
} from '../../../../domain/reports/spc.ts';

/** The flow rates of the individuals chart in the NIST/SEMATECH handbook of statistical methods. */
const FLOW_RATES = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

const chart = (values: readonly number[]) => xmrChart(values, { better: 'lower' });
const causesAt = (values: readonly number[]) => chart(values).map(({ causes }) => causes);
const indexesWith = (values: readonly number[], cause: string) =>
  causesAt(values).flatMap((causes, index) =>
    causes.some((each) => each === cause) ? [index] : [],
  );

describe('process limits', () => {
  it('are those of a published example, with the factor of Making Data Count', () => {
    // Published: mean 50.81, mean moving range 16.9 / 9 = 1.8778. The handbook's own limits use
    // 3 / 1.128 = 2.6596 where Making Data Count says 2.66, so these are worked by hand.
    const limits = processLimits(FLOW_RATES);
    expect(limits?.mean).toBeCloseTo(50.81, 6);
    expect(limits?.movingRange).toBeCloseTo(16.9 / 9, 6);
    expect(limits?.upper).toBeCloseTo(50.81 + (2.66 * 16.9) / 9, 6);
    expect(limits?.lower).toBeCloseTo(50.81 - (2.66 * 16.9) / 9, 6);
  });

  it('leave out a moving range of 3.267 times the mean one', () => {
    // Ranges 2 2 2 2 2 28 28 2 2 2: mean 7.2, and 3.267 * 7.2 = 23.5. Without both: 2.
    const limits = processLimits([10, 12, 10, 12, 10, 12, 40, 12, 10, 12, 10]);
    expect(limits?.movingRange).toBeCloseTo(2, 9);
    expect(limits?.mean).toBeCloseTo(150 / 11, 9);
    expect(limits?.upper).toBeCloseTo(150 / 11 + 5.32, 9);
  });

  it('are none of nothing, and the value of a single one', () => {
    expect(processLimits([])).toBeNull();
    expect(processLimits([7])).toEqual({ mean: 7, movingRange: 0, lower: 7, upper: 7 });
    expect(chart([])).toEqual([]);
  });
});

describe('special causes', () => {
  it('are none where a process does what it always does', () => {
    expect(causesAt([5, 7, 6, 4, 6, 5, 7, 4, 6, 5]).flat()).toEqual([]);
  });

  it('have a point outside the limits', () => {
    expect(indexesWith([10, 12, 10, 12, 10, 12, 40, 12, 10, 12, 10], 'outside')).toEqual([6]);
  });

  it.each([
    ['six on one side are none', [1, 9, 1, 9, 8, 8, 8, 8, 8, 1, 1, 9, 1], []],
    ['seven are all marked', [1, 9, 1, 1, 8, 9, 8, 9, 8, 9, 8, 1, 1, 9], [4, 5, 6, 7, 8, 9, 10]],
    ['so are eight', [1, 9, 1, 1, 8, 9, 8, 9, 8, 9, 8, 9, 1, 1], [4, 5, 6, 7, 8, 9, 10, 11]],
  ])('have a run on one side of the mean: %s', (_what, values, marked) => {
    expect(indexesWith(values, 'shift')).toEqual(marked);
  });

  it('end a run with a point on the mean', () => {
    // The mean is 5.
    const values = [8, 8, 8, 5, 8, 8, 8, 2, 2, 2, 5, 2, 2, 2];
    expect(indexesWith(values, 'shift')).toEqual([]);
  });

  it.each([
    ['six rising are none', [1, 2, 3, 4, 5, 6], []],
    ['seven rising', [1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3, 4, 5, 6]],
    ['seven falling', [2, 7, 6, 5, 4, 3, 2, 1, 3], [1, 2, 3, 4, 5, 6, 7]],
    ['two alike in between end it', [1, 2, 3, 3, 4, 5, 6], []],
  ])('have a trend: %s', (_what, values, marked) => {
    expect(indexesWith(values, 'trend')).toEqual(marked);
  });

  it('have two of three close to one limit, and mark those two', () => {
    // Sum 303.3 of 30 values; moving ranges 34.0 in 29, none left out. So the mean is 10.11, close
    // to the limits is beyond 12.189 and 8.031, and the limits are 13.229 and 6.991.
    const calm = [9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5];
    const values = [...calm, 12.4, 10.5, 12.4, 10.5, ...calm, 7.6, 9.9, ...calm];
    expect(indexesWith(values, 'near_limit')).toEqual([8, 10]);
  });

  it('are none of two close to one limit with a third on the other side, or to both limits', () => {
    const calm = [9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5];
    expect(indexesWith([...calm, 12.4, 9.5, 12.4, 9.5, ...calm], 'near_limit')).toEqual([]);
    expect(indexesWith([...calm, 12.4, 7.6, ...calm, ...calm], 'near_limit')).toEqual([]);
  });

  it('are an improvement, a concern or neither, by the way that is better', () => {
    const values = [10, 12, 10, 12, 10, 12, 40, 12, 10, 12, 10];
    const signals = (['lower', 'higher', 'neither'] as const).map(
      (better) => xmrChart(values, { better })[6]?.signal,
    );
    expect(signals).toEqual(['concern', 'improvement', 'change']);
  });
});

describe('a trend', () => {
  it('means what its direction means, on both sides of the mean', () => {
    const signals = (values: readonly number[]) =>
      xmrChart(values, { better: 'higher' })
        .slice(-7)
        .map(({ signal }) => signal);
    const calm = [9, 1, 9, 1, 9, 1];
    expect(signals([...calm, 2, 3, 4, 5, 6, 7, 8])).toEqual(Array(7).fill('improvement'));
    expect(signals([...calm, 8, 7, 6, 5, 4, 3, 2])).toEqual(Array(7).fill('concern'));
  });
});

describe('a step', () => {
  it('begins mean and limits anew, and no run goes across it', () => {
    const values = [10, 11, 10, 11, 20, 21, 20, 21];
    const points = xmrChart(values, { better: 'lower', steps: [4] });
    expect(points.map(({ mean }) => mean)).toEqual([
      10.5, 10.5, 10.5, 10.5, 20.5, 20.5, 20.5, 20.5,
    ]);
    expect(points.flatMap(({ causes }) => causes)).toEqual([]);
  });

  it('before the first point or after the last changes nothing', () => {
    const values = [10, 11, 10, 11];
    expect(xmrChart(values, { better: 'lower', steps: [0, 4, 9] })).toEqual(chart(values));
  });
});

describe('the icons', () => {
  const points = chart([10, 11, 10, 11, 10, 11]);
  const { lower = 0, upper = 0 } = points.at(-1) ?? {};

  it.each([
    ['a target above the limits, lower being better', 'lower', upper + 1, 'pass'],
    ['a target below them, lower being better', 'lower', lower - 1, 'fail'],
    ['a target above them, higher being better', 'higher', upper + 1, 'fail'],
    ['a target below them, higher being better', 'higher', lower - 1, 'pass'],
    ['a target within them', 'lower', 10.5, 'by_chance'],
    ['no target', 'lower', null, 'no_target'],
    ['neither way being better', 'neither', 10, 'no_target'],
  ] as const)('say of %s', (_what, better, target, assurance) => {
    expect(assuranceOf(points, better, target)).toBe(assurance);
  });

  it('say how the last point varies', () => {
    expect(variationOf(points)).toBe('common');
    expect(variationOf([])).toBe('common');
    expect(variationOf(chart([10, 12, 10, 12, 10, 12, 10, 40]))).toBe('concern');
  });
});
