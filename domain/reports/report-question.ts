import * as z from 'zod/mini';
import { isInstant } from '../past/past-moment.ts';
import type { CalendarDay } from '../time.ts';
import { addDays, isCalendarDay } from '../time.ts';
import { GROUPINGS } from './grouping.ts';
import { EQUITY_DIMENSIONS, EQUITY_PATHWAYS } from './equity-groups.ts';
import { addMonths, isMonth, isQuarter, monthOf, quarterOf } from './months.ts';
import { POPULATIONS } from './population.ts';
import type { TrendMeasure } from './trend-measures.ts';
import { TREND_MEASURES } from './trend-measures.ts';
import { INTERVALS } from './trend-periods.ts';

const MEASURES = Object.keys(TREND_MEASURES) as TrendMeasure[]; // its own keys

/** By when what counts had been recorded; null: all that is recorded now. */
const recorded = z.catch(z.nullable(z.string().check(z.refine(isInstant))), null);
const optionalDay = z.catch(z.nullable(z.string().check(z.refine(isCalendarDay))), null);
const population = z.catch(z.enum(POPULATIONS), 'national');
const by = z.catch(z.enum(GROUPINGS), 'provider');

const now = z.object({
  report: z.literal('now'),
  recorded,
  population: z.catch(z.enum(POPULATIONS), 'everybody'),
  by,
});
const discharges = z.object({
  report: z.literal('discharges'),
  recorded,
  month: z.catch(z.nullable(z.string().check(z.refine(isMonth))), null),
  population,
  by,
});
const why = z.object({
  report: z.literal('why'),
  recorded,
  month: z.catch(z.nullable(z.string().check(z.refine(isMonth))), null),
  population,
});
const equity = z.object({
  report: z.literal('equity'),
  recorded,
  /** Its first month; only a quarter that is over, and never another length of time. */
  quarter: z.catch(z.nullable(z.string().check(z.refine(isQuarter))), null),
  across: z.catch(z.enum(EQUITY_DIMENSIONS), 'quintile'),
  pathway: z.catch(z.enum(EQUITY_PATHWAYS), 'P1'),
});
const situation = z.object({
  report: z.literal('situation'),
  recorded,
  day: optionalDay,
  population,
});
const trends = z.object({
  report: z.literal('trends'),
  recorded,
  measure: z.catch(z.enum(MEASURES), 'remaining'),
  every: z.catch(z.enum(INTERVALS), 'day'),
  population,
  /** The id of a trust; empty for all. */
  provider: z.catch(z.string().check(z.maxLength(60)), ''),
  target: z.catch(z.nullable(z.coerce.number().check(z.minimum(0), z.maximum(100_000))), null),
});

export const REPORTS = ['now', 'discharges', 'situation', 'trends', 'why', 'equity'] as const;
export type ReportName = (typeof REPORTS)[number];

export const REPORT_NAMES: Record<ReportName, string> = {
  now: 'Now',
  discharges: 'Discharge ready dates',
  situation: 'Situation report',
  trends: 'Trends',
  why: 'Why people wait',
  equity: 'Equity',
};

const question = z.discriminatedUnion('report', [now, discharges, situation, trends, why, equity]);

type Parsed = z.infer<typeof question>;

/** What a report is asked, complete: days and months are always there. */
export type ReportQuestion = Parsed extends infer Each
  ? Each extends { report: 'discharges' | 'why' }
    ? Each & { month: string }
    : Each extends { report: 'situation' }
      ? Each & { day: CalendarDay }
      : Each extends { report: 'equity' }
        ? Each & { quarter: string }
        : Each
  : never;
export type QuestionOf<Name extends ReportName> = Extract<ReportQuestion, { report: Name }>;

/** What is behind a figure of a report: whose it is, and of which group. */
export type FigureQuestion = { question: ReportQuestion; figure: string; group: string };

/**
 * A question from an address. What is missing or malformed becomes the usual: last month, yesterday,
 * the national measure (but everybody on the page of now), by trust. So does a day or month that
 * has not come, of which nothing is known.
 */
export function readQuestion(
  report: ReportName,
  params: URLSearchParams,
  today: CalendarDay,
): ReportQuestion {
  const asked = question.parse({ ...Object.fromEntries(params), ...emptied(params), report });
  switch (asked.report) {
    case 'discharges':
    case 'why': {
      const { month } = asked;
      const isKnown = month !== null && month <= monthOf(today);
      return { ...asked, month: isKnown ? month : addMonths(monthOf(today), -1) };
    }
    case 'situation': {
      const { day } = asked;
      return { ...asked, day: day !== null && day <= today ? day : addDays(today, -1) };
    }
    case 'equity': {
      const { quarter } = asked;
      const isOver = quarter !== null && quarter < quarterOf(today);
      return { ...asked, quarter: isOver ? quarter : addMonths(quarterOf(today), -3) };
    }
    case 'now':
    case 'trends':
      return asked;
    default:
      return asked satisfies never;
  }
}

/** An empty field of a form is one that was left out. */
function emptied(params: URLSearchParams): Record<string, null> {
  return Object.fromEntries(
    [...params].flatMap(([name, value]) =>
      value.trim() === '' && name !== 'provider' ? [[name, null]] : [],
    ),
  );
}

/** The address of a question, without its report. */
export function paramsOf(question: ReportQuestion): URLSearchParams {
  const entries = Object.entries(question).filter(
    ([name, value]) => name !== 'report' && value !== null && value !== '',
  );
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
}

const FIGURE_PATTERN = /^[\w .,-]{1,80}$/;

/** A figure from an address; null where it names none. */
export function readFigure(params: URLSearchParams, today: CalendarDay): FigureQuestion | null {
  const report = REPORTS.find((name) => name === params.get('report'));
  const [figure = '', group = ''] = [params.get('figure'), params.get('group')].map(
    (text) => text ?? undefined,
  );
  if (report === undefined || !FIGURE_PATTERN.test(figure) || !FIGURE_PATTERN.test(group)) {
    return null;
  }
  return { question: readQuestion(report, params, today), figure, group };
}
