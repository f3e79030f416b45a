import { describe, expect, it } from 'vitest';
import { xmrChart } from '../../../../domain/reports/spc.ts';
import { PUBLISHED_CHARTS } from './published-charts.ts';

const indexesOf = (marks: readonly boolean[]) =>
  marks.flatMap((isMarked, index) => (isMarked ? [index] : []));

describe.each(Object.entries(PUBLISHED_CHARTS))('the published chart of %s', (_name, chart) => {
  const { values, steps, stretches, special, improvements } = chart;
  const points = xmrChart(values, { better: 'higher', steps });

  it('has the same mean and limits, to a millionth', () => {
    [0, ...steps].forEach((start, at) => {
      const stretch = stretches[at];
      const { mean = NaN, lower = NaN, upper = NaN } = points[start] ?? {};
      expect(Math.abs(mean - (stretch?.mean ?? NaN))).toBeLessThan(1e-6);
      expect(Math.abs(lower - (stretch?.lower ?? NaN))).toBeLessThan(1e-6);
      expect(Math.abs(upper - (stretch?.upper ?? NaN))).toBeLessThan(1e-6);
    });
    expect(new Set(points.map(({ mean }) => mean)).size).toBe(stretches.length);
  });

  it('has the same points of special cause, and each means the same', () => {
    expect(indexesOf(points.map(({ signal }) => signal !== 'common'))).toEqual(special);
    expect(indexesOf(points.map(({ signal }) => signal === 'improvement'))).toEqual(improvements);
  });
});

// The package's own cases for the rules (tests/testthat/test-ptd_calculate_point_type.R and
// test-ptd_spc_standard.R).
it('two points close to opposite limits are common cause', () => {
  const values = [...Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? 1 : -1)), 5.5, -5.5];
  const last = xmrChart(values, { better: 'higher' }).slice(-2);
  expect(last.map(({ causes }) => causes)).toEqual([[], []]);
});

it.each([
  ['1 to 6', [1, 2, 3, 4, 5, 6], []],
  ['1 2 3 3 4 5 6', [1, 2, 3, 3, 4, 5, 6], []],
  ['1 to 7', [1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3, 4, 5, 6]],
  ['2, 1 to 7, 3', [2, 1, 2, 3, 4, 5, 6, 7, 3], [1, 2, 3, 4, 5, 6, 7]],
  ['7 to 1', [7, 6, 5, 4, 3, 2, 1], [0, 1, 2, 3, 4, 5, 6]],
  ['2, 7 to 1, 3', [2, 7, 6, 5, 4, 3, 2, 1, 3], [1, 2, 3, 4, 5, 6, 7]],
])('a trend of seven in %s', (_what, values, marked) => {
  const points = xmrChart(values, { better: 'higher' });
  expect(indexesOf(points.map(({ causes }) => causes.includes('trend')))).toEqual(marked);
});
