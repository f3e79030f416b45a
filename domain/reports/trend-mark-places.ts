import type { DayRange } from './months.ts';
import type { NumberedMark } from './report-answer.ts';
import type { TrendMark } from './trend-marks.ts';

export type MarkedTrend = {
  marks: NumberedMark[];
  /** For each period the numbers of the marks in it. */
  numbersAt: number[][];
  /** The indexes of the periods with which limits begin anew. */
  steps: number[];
};

/**
 * Marks on the periods of a chart, numbered by day. A mark belongs to the period that its day is
 * in, or where that has no value to the next that has one; before the first and after the last
 * period it is listed, and on no point. With a step in it, a period is the first of new limits.
 */
export function markTrend(marks: readonly TrendMark[], periods: readonly DayRange[]): MarkedTrend {
  const numbersAt = periods.map((): number[] => []);
  const steps = new Set<number>();
  const numbered = marks.map(({ id, kind, day, words, by }, index): NumberedMark => {
    const number = index + 1;
    const at = periods.findIndex(({ to }) => to >= day);
    if (at > 0 || (periods[0]?.from ?? '') <= day) numbersAt[at]?.push(number);
    if (kind === 'step' && at > 0) steps.add(at);
    return { id, kind, day, words, by, number };
  });
  return { marks: numbered, numbersAt, steps: [...steps] };
}
