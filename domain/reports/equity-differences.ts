import { capital } from '../first-letter.ts';
import type { EquityComparison, EquityFigures, EquityGroupFigures } from './equity-figures.ts';
import { isShareWithheld } from './equity-figures.ts';
import type { Interval } from './intervals.ts';
import { meanDifference, shareDifference } from './intervals.ts';
import type { Cell, ReportTable } from './report-table.ts';
import { WITHHELD } from './report-table.ts';

type Spread = { deviation: number; size: number };
type Difference = ({ difference: number } & Interval) | null;

/**
 * Each group against everybody else of the pathway, with 95% intervals and in plain words: of the
 * share that left on the ready date (Newcombe), and of the mean delay (t, with the spread of
 * everybody). Of twenty groups that do not differ, one is expected to look as if it did.
 */
export function differencesTable(
  { everybody, groups }: EquityComparison,
  spread: Spread,
  rowsAre: string,
): ReportTable {
  return {
    id: 'differences',
    title: 'Each group against everybody else',
    rowsAre,
    columns: [
      { key: 'share', name: 'Left on ready date: difference', kind: 'points' },
      { key: 'share_low', name: 'from', kind: 'points' },
      { key: 'share_high', name: 'to', kind: 'points' },
      { key: 'mean', name: 'Mean delay: difference in days', kind: 'change' },
      { key: 'mean_low', name: 'from', kind: 'change' },
      { key: 'mean_high', name: 'to', kind: 'change' },
      { key: 'words', name: 'In words', kind: 'text' },
    ],
    rows: groups.map((group) => {
      const { figures: all } = everybody;
      const isShareHidden =
        isShareWithheld(group.withholds) || isShareWithheld(everybody.withholds);
      const isMeanHidden =
        group.withholds.bedDays || group.withholds.discharged || everybody.withholds.bedDays;
      const share = isShareHidden ? WITHHELD : ofShares(group.figures, all);
      const mean = isMeanHidden ? WITHHELD : ofMeans(group.figures, all, spread);
      return {
        id: group.id,
        name: group.name,
        cells: [...cellsOf(share, 3), ...cellsOf(mean, 1), wordsOf(group, share, mean)],
      };
    }),
  };
}

function ofShares(own: EquityFigures, all: EquityFigures): Difference {
  const onReadyDate = ({ discharged, delayed }: EquityFigures) => discharged - delayed;
  return shareDifference(
    { part: onReadyDate(own), whole: own.discharged },
    { part: onReadyDate(all) - onReadyDate(own), whole: all.discharged - own.discharged },
  );
}

function ofMeans(own: EquityFigures, all: EquityFigures, spread: Spread): Difference {
  const size = all.discharged - own.discharged;
  return meanDifference(
    { mean: own.meanIncludingZero ?? 0, size: own.discharged },
    { mean: (all.bedDays - own.bedDays) / size, size },
    spread,
  );
}

/**
 * Rounded, to thousandths of a share and tenths of a day: more digits of an interval would tell
 * the spread that it was worked out from.
 */
function cellsOf(difference: Difference | typeof WITHHELD, digits: number): Cell[] {
  if (difference === WITHHELD) return [WITHHELD, WITHHELD, WITHHELD];
  if (difference === null) return [null, null, null];
  const { difference: middle, low, high } = difference;
  return [middle, low, high].map((value) => Number(value.toFixed(digits)));
}

function wordsOf(
  { figures }: EquityGroupFigures,
  share: Difference | typeof WITHHELD,
  mean: Difference | typeof WITHHELD,
): string {
  if (share === WITHHELD && mean === WITHHELD) return 'Too few to say.';
  if (figures.discharged === 0) return 'Nobody.';
  const parts = [
    share === WITHHELD || share === null ? '' : shareInWords(share),
    mean === WITHHELD || mean === null ? '' : meanInWords(mean),
  ].filter((part) => part !== '');
  const words = parts.join('; ');
  if (words === '') return 'No clear difference.';
  return `${capital(words)}.`;
}

/** Empty where the difference may be none. */
function shareInWords({ low, high }: Interval): string {
  if (low <= 0 && high >= 0) return '';
  const [least, most] = ends(low, high).map((end) => (end * 100).toFixed(0));
  const direction = low > 0 ? 'More' : 'Fewer';
  return `${direction} left on their ready date, by ${least} to ${most} in a hundred`;
}

function meanInWords({ low, high }: Interval): string {
  if (low <= 0 && high >= 0) return '';
  const [least, most] = ends(low, high).map((end) => end.toFixed(1));
  return `waited ${low > 0 ? 'longer' : 'less long'}, by ${least} to ${most} days`;
}

function ends(low: number, high: number): number[] {
  return [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
}
