import type { CalendarDay, Instant } from '../time.ts';
import type { Provider } from './places.ts';
import type { FigureQuestion, ReportQuestion } from './report-question.ts';
import type { ReportTable } from './report-table.ts';
import type { MeasureKind } from './trend-measures.ts';
import type { TrendMark } from './trend-marks.ts';
import type { TrendTarget } from './trend-targets.ts';
import type { WaitDay } from './stay-waits.ts';
import type { Assurance, Better, SpcPoint, Variation } from './spc.ts';

/** A report, as of an instant. */
export type ReportAnswer = {
  question: ReportQuestion;
  asOf: Instant;
  tables: ReportTable[];
  trend: TrendAnswer | null;
  /** Of a report of the past: how many of its figures are others now; null where that is not told. */
  changedFigures?: number | null;
};

export type TrendPoint = SpcPoint & {
  label: string;
  longLabel: string;
  /** Limits begin anew here. */
  isStep: boolean;
  /** The numbers of what people marked in the period. */
  marks: number[];
};

/** What people marked, numbered by day as the chart has it. */
export type NumberedMark = Pick<TrendMark, 'id' | 'kind' | 'day' | 'words' | 'by'> & {
  number: number;
};

export type TrendAnswer = {
  name: string;
  means: string;
  kind: MeasureKind;
  better: Better;
  points: TrendPoint[];
  marks: NumberedMark[];
  variation: Variation;
  assurance: Assurance;
  target: number | null;
  /** Who set it, when and why; null where nobody did, or where it is of the address alone. */
  targetSet: TrendTarget | null;
  providers: Provider[];
};

/** One of those behind a figure, by name: what opens it is noted. */
export type PersonBehindFigure = {
  spellId: string;
  name: string;
  dateOfBirth: CalendarDay;
  nhsNumber: string | null;
  ward: string;
  admittedOn: CalendarDay;
  dischargedOn: CalendarDay | null;
  readyDate: CalendarDay | null;
  delayDays: number;
  reason: string | null;
};

export type PeopleAnswer = FigureQuestion & {
  asOf: Instant;
  /** In words, such as "Ready and waiting". */
  figureName: string;
  groupName: string;
  people: PersonBehindFigure[];
  /** How many there are; the list holds the longest delayed of them, up to `MOST_PEOPLE`. */
  total: number;
};

/** One person's days of delay: whom they waited for, day by day. */
export type StayWaits = Omit<PersonBehindFigure, 'delayDays' | 'reason'> & {
  asOf: Instant;
  days: WaitDay[];
};

export const MOST_PEOPLE = 500;

/** Files that a report can be taken out as; `national` is the return of the situation report. */
export const FILE_FORMATS = ['csv', 'xlsx', 'national'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type ReportFile = { name: string; type: string; body: Uint8Array };
