import { formatTime } from '../time.ts';
import { readyDateStatistics, ratio } from './ready-date-statistics.ts';
import type { Interval } from './trend-periods.ts';
import type { Better } from './spc.ts';
import type { FinishedStay } from './stay-facts.ts';

export type MeasureKind = 'count' | 'decimal' | 'share';

type DischargeMeasure = {
  of: 'discharges';
  name: string;
  means: string;
  kind: MeasureKind;
  better: Better;
  /** The value for the discharges of a day, week or month; null where it is of nobody. */
  value: (stays: readonly FinishedStay[], timeZone: string) => number | null;
};

/** Counted at the end of each day; of a week or month the mean of its days. */
type DayMeasure = {
  of: 'days';
  name: string;
  means: string;
  kind: MeasureKind;
  better: Better;
};

/** What can be looked at over time; the definitions are those of the other reports. */
export const TREND_MEASURES = {
  remaining: {
    of: 'days',
    name: 'Remaining with no criteria to reside',
    means:
      'People in hospital without criteria to reside at the end of the day; over longer periods, the mean of the days',
    kind: 'decimal',
    better: 'lower',
  },
  on_ready_date: {
    of: 'discharges',
    name: 'Discharged on their ready date',
    means: 'Share of discharges on the discharge ready date',
    kind: 'share',
    better: 'higher',
    value: (stays) => readyDateStatistics(stays).shareOnReadyDate,
  },
  bed_days: {
    of: 'discharges',
    name: 'Bed days lost',
    means: 'Days from ready to gone, added up over the discharges of the period',
    kind: 'count',
    better: 'lower',
    value: (stays) => readyDateStatistics(stays).bedDays,
  },
  mean_delay: {
    of: 'discharges',
    name: 'Mean delay of those delayed',
    means: 'Bed days lost for each discharge that was delayed by a day or more',
    kind: 'decimal',
    better: 'lower',
    value: (stays) => readyDateStatistics(stays).meanExcludingZero,
  },
  discharged: {
    of: 'discharges',
    name: 'Discharges',
    means: 'People discharged in the period',
    kind: 'count',
    better: 'neither',
    value: (stays) => stays.length,
  },
  by_17: {
    of: 'discharges',
    name: 'Discharged by 17:00',
    means: 'Share of discharges at 17:00 or before',
    kind: 'share',
    better: 'higher',
    value: (stays, timeZone) =>
      ratio(
        stays.filter(({ discharge }) => formatTime(discharge.at, timeZone) <= '17:00').length,
        stays.length,
      ),
  },
} as const satisfies Record<string, DischargeMeasure | DayMeasure>;

export type TrendMeasure = keyof typeof TREND_MEASURES;
export const TREND_MEASURE_DEFINITIONS: Readonly<
  Record<TrendMeasure, DischargeMeasure | DayMeasure>
> = TREND_MEASURES;

/** What is counted each day is whole; over longer periods it is the mean of the days. */
export function kindOfMeasure(measure: TrendMeasure, every: Interval): MeasureKind {
  const { of, kind } = TREND_MEASURE_DEFINITIONS[measure];
  return of === 'days' && every === 'day' ? 'count' : kind;
}
