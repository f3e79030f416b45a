import type { ReportReader } from '../../db/report-reader.ts';
import type { ReportPlaces } from '../../domain/reports/places.ts';
import { providersOf } from '../../domain/reports/places.ts';
import { isCountedDischarge, isCountedHere } from '../../domain/reports/population.ts';
import type { NumberedMark, TrendAnswer } from '../../domain/reports/report-answer.ts';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import type { ReportTable } from '../../domain/reports/report-table.ts';
import { SPECIAL_CAUSES, assuranceOf, variationOf, xmrChart } from '../../domain/reports/spc.ts';
import { remainingDays } from '../../domain/reports/standing.ts';
import type { StayFacts } from '../../domain/reports/stay-facts.ts';
import { isFinished } from '../../domain/reports/stay-facts.ts';
import { TREND_MEASURE_DEFINITIONS, kindOfMeasure } from '../../domain/reports/trend-measures.ts';
import type { TrendPeriod } from '../../domain/reports/trend-periods.ts';
import { markTrend } from '../../domain/reports/trend-mark-places.ts';
import { TREND_MARK_NAMES } from '../../domain/reports/trend-marks.ts';
import { trendPeriods } from '../../domain/reports/trend-periods.ts';
import type { AskedAt, Progress } from './report-request.ts';

type Question = QuestionOf<'trends'>;
type Valued = { period: TrendPeriod; value: number };

/** A measure over time, with its process limits. */
export function workOutTrend(
  reader: ReportReader,
  question: Question,
  asked: AskedAt,
  progress: Progress,
): { trend: TrendAnswer; tables: ReportTable[] } {
  const places = reader.places();
  const measure = TREND_MEASURE_DEFINITIONS[question.measure];
  const recordsFrom = reader.firstDischargeDay() ?? asked.today;
  const periods = trendPeriods(question.every, { today: asked.today, recordsFrom });
  const valued = periods.flatMap((period, index): Valued[] => {
    progress(index, periods.length);
    const value = valueOf(reader, { period, question, places, timeZone: asked.timeZone });
    return value === null ? [] : [{ period, value }];
  });
  const { better, name, means } = measure;
  const kind = kindOfMeasure(question.measure, question.every);
  const { marks, numbersAt, steps } = markTrend(
    asked.marks ?? [],
    valued.map(({ period }) => period),
  );
  const values = valued.map(({ value }) => value);
  // One in the address is tried out, and goes before the one that was set.
  const wanted = question.target ?? asked.target?.value ?? null;
  const target = wanted === null ? null : wanted / (kind === 'share' ? 100 : 1);
  const targetSet = question.target === null ? (asked.target ?? null) : null;
  const points = xmrChart(values, { better, steps }).map((point, index) => ({
    ...point,
    label: valued[index]?.period.label ?? '',
    longLabel: valued[index]?.period.longLabel ?? '',
    isStep: steps.includes(index),
    marks: numbersAt[index] ?? [],
  }));
  const trend: TrendAnswer = {
    ...{ name, means, kind, better, points, marks, target, targetSet },
    variation: variationOf(points),
    assurance: assuranceOf(points, better, target),
    providers: providersOf(places),
  };
  return { trend, tables: [trendTable(trend)] };
}

type Asking = { period: TrendPeriod; question: Question; places: ReportPlaces; timeZone: string };

/** The value of one period; null where it would be of nobody. */
function valueOf(reader: ReportReader, { period, question, places, timeZone }: Asking) {
  const { provider, population } = question;
  const isOfProvider = (stay: StayFacts) =>
    provider === '' || places.get(stay.wardId)?.provider === provider;
  const measure = TREND_MEASURE_DEFINITIONS[question.measure];
  if (measure.of === 'discharges') {
    const stays = reader
      .discharged(period)
      .filter(isFinished)
      .filter((stay) => isOfProvider(stay) && isCountedDischarge(stay, population, places));
    return measure.value(stays, timeZone);
  }
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1;
  const remaining = reader
    .readyDuring(period)
    .filter((stay) => isOfProvider(stay) && isCountedHere(stay, population, places))
    .reduce((total, stay) => total + remainingDays(stay, period).length, 0);
  return remaining / days;
}

/** What the chart shows, in words and numbers, the newest first. */
function trendTable({ name, kind, points, marks }: TrendAnswer): ReportTable {
  const markedAs = (numbers: readonly number[]) =>
    marks
      .filter(({ number }) => numbers.includes(number))
      .map(inWords)
      .join('; ');
  return {
    id: 'trend',
    title: name,
    rowsAre: 'Period',
    columns: [
      { key: 'value', name: 'Value', kind },
      { key: 'mean', name: 'Mean', kind: kind === 'count' ? 'decimal' : kind },
      { key: 'lower', name: 'Lower process limit', kind: kind === 'count' ? 'decimal' : kind },
      { key: 'upper', name: 'Upper process limit', kind: kind === 'count' ? 'decimal' : kind },
      { key: 'causes', name: 'Special cause', kind: 'text' },
      { key: 'marks', name: 'Marked', kind: 'text' },
    ],
    rows: points.toReversed().map((point) => ({
      id: point.longLabel,
      name: point.longLabel,
      cells: [
        point.value,
        point.mean,
        point.lower,
        point.upper,
        point.causes.map((cause) => SPECIAL_CAUSES[cause]).join('; '),
        markedAs(point.marks),
      ],
    })),
  };
}

function inWords({ number, kind, words }: NumberedMark): string {
  return `${number} ${TREND_MARK_NAMES[kind]}: ${words}`;
}
