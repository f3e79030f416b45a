import { DELAY_BANDS } from './ready-date-statistics.ts';
import type { DelayBandId, ReadyDateStatistics } from './ready-date-statistics.ts';
import type { CellKind } from './report-table.ts';

/** A measure of the monthly discharge ready date statistics, as the national file has it. */
export type NationalMeasure = {
  key: string;
  name: string;
  kind: Extract<CellKind, 'count' | 'decimal' | 'share'>;
  /** Whether a heading of the file, in plain words, is of this measure. */
  isHeading: (heading: string) => boolean;
  ofOurs: (figures: ReadyDateStatistics) => number | null;
};

const isShare = (heading: string) => heading.includes('%') || heading.includes('percent');
const isBedDays = (heading: string) => heading.includes('bed days');
const isOfDelayed = (heading: string) => heading.includes('delayed but');

/**
 * The measures in the order of the file (NHS England, discharge ready date monthly data). Its
 * headings have changed their words over the years, so each is known by what it must say.
 */
export const NATIONAL_MEASURES: readonly NationalMeasure[] = [
  {
    key: 'discharged',
    name: 'Patients discharged',
    kind: 'count',
    isHeading: (heading) =>
      /patients discharged/.test(heading) && /total|number|#/.test(heading) && !bandOf(heading),
    ofOurs: ({ discharged }) => discharged,
  },
  {
    key: 'bed_days',
    name: 'Bed days lost',
    kind: 'count',
    isHeading: (heading) => /bed days lost/.test(heading) && !bandOf(heading),
    ofOurs: ({ bedDays }) => bedDays,
  },
  {
    key: 'on_ready_date',
    name: 'Discharged on ready date',
    kind: 'share',
    isHeading: (heading) => /is (the )?same (day )?as/.test(heading) && isShare(heading),
    ofOurs: ({ shareOnReadyDate }) => shareOnReadyDate,
  },
  {
    key: 'delayed',
    name: 'Discharged 1 day or more after the ready date',
    kind: 'share',
    isHeading: (heading) => /1\+ ?days? after/.test(heading) && isShare(heading),
    ofOurs: ({ delayed, discharged }) => (discharged === 0 ? null : delayed / discharged),
  },
  ...bandMeasures('count', 'Discharges', 'count', {
    isHeading: (heading) => !isShare(heading) && !isBedDays(heading),
    ofBand: ({ discharged }) => discharged,
  }),
  ...bandMeasures('share', 'Share of discharges', 'share', {
    isHeading: (heading) => isShare(heading) && !isOfDelayed(heading),
    ofBand: ({ shareOfDischarged }) => shareOfDischarged,
  }),
  ...bandMeasures('delayed_share', 'Share of those delayed', 'share', {
    isHeading: (heading) => isShare(heading) && isOfDelayed(heading),
    ofBand: ({ shareOfDelayed }) => shareOfDelayed,
  }).slice(1),
  ...bandMeasures('bed_days', 'Bed days lost', 'count', {
    isHeading: isBedDays,
    ofBand: ({ bedDays }) => bedDays,
  }).slice(1),
  {
    key: 'mean_all',
    name: 'Mean delay, zero-day delays included',
    kind: 'decimal',
    isHeading: (heading) => /average|mean/.test(heading) && /\binc/.test(heading),
    ofOurs: ({ meanIncludingZero }) => meanIncludingZero,
  },
  {
    key: 'mean_delayed',
    name: 'Mean delay, zero-day delays excluded',
    kind: 'decimal',
    isHeading: (heading) => /average|mean/.test(heading) && /\bex/.test(heading),
    ofOurs: ({ meanExcludingZero }) => meanExcludingZero,
  },
];

type Band = ReadyDateStatistics['bands'][number];

function bandMeasures(
  key: string,
  name: string,
  kind: 'count' | 'share',
  of: { isHeading: (heading: string) => boolean; ofBand: (band: Band) => number | null },
): NationalMeasure[] {
  return DELAY_BANDS.map((band) => ({
    key: `${key}_${band.id}`,
    name: `${name}, ${band.name.toLowerCase()}`,
    kind,
    isHeading: (heading) => bandOf(heading) === band.id && of.isHeading(heading),
    ofOurs: ({ bands }) => {
      const found = bands.find(({ id }) => id === band.id);
      return found === undefined ? null : of.ofBand(found);
    },
  }));
}

const BAND_HEADINGS: readonly [RegExp, DelayBandId][] = [
  [/\bno delay/, 'none'],
  [/\b2 ?(-|to) ?3\b/, '2-3'],
  [/\b4 ?(-|to) ?6\b/, '4-6'],
  [/\b7 ?(-|to) ?13\b/, '7-13'],
  [/\b14 ?(-|to) ?20\b/, '14-20'],
  [/\b21\b/, '21'],
  [/\b1 days?\b(?! after)/, '1'],
];

/** The band of days that a heading names, if it does. */
function bandOf(heading: string): DelayBandId | null {
  return BAND_HEADINGS.find(([pattern]) => pattern.test(heading))?.[1] ?? null;
}

/** Text with its spaces and dashes made alike: files come from spreadsheets of every kind. */
export function plainText(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0\u2007\u202f]+/g, ' ')
    .trim();
}
