import { daysBetween } from '../time.ts';
import type { CalendarDay } from '../time.ts';
import type { Group } from './grouping.ts';
import { grouped } from './grouping.ts';
import { quantile } from './quantile.ts';
import { ratio } from './ready-date-statistics.ts';
import type { ReportTable } from './report-table.ts';
import type { FinishedStay } from './stay-facts.ts';
import type { StayStory } from './stay-story.ts';

/** How one stay's forecast did; null days where no EDD was ever set. */
export type EddCourse = {
  stay: FinishedStay;
  first: CalendarDay | null;
  last: CalendarDay | null;
  /** Days from the first EDD to the last: positive when it moved later. */
  driftDays: number | null;
};

/** The first and the last EDD that was set until somebody left. */
export function eddCourse({ stay, events }: StayStory<FinishedStay>): EddCourse {
  const days = events.flatMap((event) =>
    event.type === 'EddSet' && event.occurredAt <= stay.discharge.at ? [event.data.edd] : [],
  );
  const first = days[0] ?? null;
  const last = days.at(-1) ?? null;
  const driftDays = first === null || last === null ? null : daysBetween(first, last);
  return { stay, first, last, driftDays };
}

/** The forecasts of a group of discharges. Shares are of those who had an EDD; null of nobody. */
export type EddAccuracy = {
  discharged: number;
  withEdd: number;
  /** Left on the day of the EDD, the day before or the day after. */
  shareWithinDayOfFirst: number | null;
  shareWithinDayOfLast: number | null;
  meanDriftDays: number | null;
  medianDriftDays: number | null;
};

export function eddAccuracy(courses: readonly EddCourse[]): EddAccuracy {
  const drifts = courses.flatMap(({ driftDays }) => driftDays ?? []);
  const shareWithin = (which: 'first' | 'last') =>
    ratio(courses.filter((course) => isWithinDay(course, which)).length, drifts.length);
  const drifted = drifts.reduce((sum, days) => sum + days, 0);
  return {
    discharged: courses.length,
    withEdd: drifts.length,
    shareWithinDayOfFirst: shareWithin('first'),
    shareWithinDayOfLast: shareWithin('last'),
    meanDriftDays: ratio(drifted, drifts.length),
    medianDriftDays: quantile(drifts, 0.5),
  };
}

function isWithinDay(course: EddCourse, which: 'first' | 'last'): boolean {
  const edd = course[which];
  return edd !== null && Math.abs(daysBetween(edd, course.stay.discharge.on)) <= 1;
}

/** Forecasts against what happened, for all and by ward or specialty. */
export function eddTable(
  courses: readonly EddCourse[],
  about: { id: string; title: string; rowsAre: string },
  groupOfStay: (stay: FinishedStay) => Group,
): ReportTable {
  return {
    ...about,
    columns: [
      { key: 'discharged', name: 'Patients discharged', kind: 'count' },
      { key: 'with_edd', name: 'Had an EDD', kind: 'count' },
      { key: 'within_first', name: 'Left within a day of the first EDD', kind: 'share' },
      { key: 'within_last', name: 'Left within a day of the last EDD', kind: 'share' },
      { key: 'drift_mean', name: 'Mean drift, days', kind: 'decimal' },
      { key: 'drift_median', name: 'Median drift, days', kind: 'decimal' },
    ],
    rows: grouped(courses, ({ stay }) => groupOfStay(stay)).map(({ group, items }) => {
      const accuracy = eddAccuracy(items);
      return {
        ...group,
        cells: [
          accuracy.discharged,
          accuracy.withEdd,
          accuracy.shareWithinDayOfFirst,
          accuracy.shareWithinDayOfLast,
          accuracy.meanDriftDays,
          accuracy.medianDriftDays,
        ],
      };
    }),
  };
}

/** The specialty of a stay, as a group. */
export function specialtyOf({ specialty }: FinishedStay): Group {
  return { id: specialty ?? 'unknown', name: specialty ?? 'Not known' };
}
