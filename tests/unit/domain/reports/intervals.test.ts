import { describe, expect, it } from 'vitest';
import {
  deviation,
  meanDifference,
  shareDifference,
  shareInterval,
  tQuantile,
} from '../../../../domain/reports/intervals.ts';

describe('the difference of two shares, as in table II of Newcombe 1998', () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i against %i/%i', (part, whole, otherPart, otherWhole, low, high) => {
    const found = shareDifference({ part, whole }, { part: otherPart, whole: otherWhole });
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('is none where either is of nobody', () => {
    expect(shareDifference({ part: 0, whole: 0 }, { part: 1, whole: 2 })).toBeNull();
  });
});

describe('the interval of a share', () => {
  it('is that of Wilson: 81 of 263, as Newcombe gives it', () => {
    const found = shareInterval(81, 263);
    expect(found?.low).toBeCloseTo(0.2553, 4);
    expect(found?.high).toBeCloseTo(0.3662, 4);
  });

  it('stays within none and all', () => {
    expect(shareInterval(0, 5)?.low).toBe(0);
    expect(shareInterval(5, 5)?.high).toBe(1);
    expect(shareInterval(0, 0)).toBeNull();
  });
});

describe("Student's t", () => {
  it.each([
    [8, 2.306],
    [10, 2.228],
    [20, 2.086],
    [30, 2.042],
    [120, 1.98],
  ])('at %i degrees of freedom is %f, as tables have it', (freedom, quantile) => {
    expect(tQuantile(freedom)).toBeCloseTo(quantile, 3);
  });
});

describe('the difference of two means', () => {
  it('worked by hand: 4 of mean 3 against 6 of mean 1, deviation 2', () => {
    // 2.306 * 2 * sqrt(1/4 + 1/6) = 2.977
    const found = meanDifference(
      { mean: 3, size: 4 },
      { mean: 1, size: 6 },
      { deviation: 2, size: 10 },
    );
    expect(found?.difference).toBe(2);
    expect(found?.low).toBeCloseTo(2 - 2.977, 2);
    expect(found?.high).toBeCloseTo(2 + 2.977, 2);
  });

  it('is none where either is of nobody', () => {
    const nobody = { mean: 0, size: 0 };
    expect(meanDifference(nobody, { mean: 1, size: 6 }, { deviation: 2, size: 6 })).toBeNull();
  });

  it('has the deviation of a sample', () => {
    expect(deviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 9);
    expect(deviation([3])).toBe(0);
  });
});
