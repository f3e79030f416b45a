import type { ReportAnswer } from '../../domain/reports/report-answer.ts';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import { cellInWords } from '../../domain/reports/report-table.ts';
import { formatMonth } from '../../domain/reports/months.ts';
import { POPULATION_NAMES } from '../../domain/reports/population.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { BarChart } from './bar-chart.tsx';
import { ReportTable } from './report-table.tsx';

type DischargesReportProps = { answer: ReportAnswer; question: QuestionOf<'discharges'> };

/** The monthly discharge ready date statistics. */
export function DischargesReport({ answer, question }: DischargesReportProps) {
  const [measures, bands, ...rest] = answer.tables;
  const everybody = measures?.rows[0]?.cells ?? [];
  const [discharged = null, delayed = null, onReadyDate = null, bedDays = null] = everybody;
  if (measures === undefined || bands === undefined || discharged === 0) {
    return (
      <EmptyState title={`No discharges in ${formatMonth(question.month)}`}>
        <p>Choose another month, or count everybody.</p>
      </EmptyState>
    );
  }
  const delays = bands.rows.slice(1).map(({ name, cells }) => ({ name, value: Number(cells[0]) }));
  return (
    <>
      <p className="hub-report__lead">
        In {formatMonth(question.month)}, {cellInWords(discharged, 'count')} people were discharged,{' '}
        {cellInWords(onReadyDate, 'share')} of them on their discharge ready date.{' '}
        {cellInWords(delayed, 'count')} were delayed, and {cellInWords(bedDays, 'count')} bed days
        were lost.
      </p>
      <p className="hub-quiet">{POPULATION_NAMES[question.population]}.</p>
      <ReportTable table={measures} question={question} />
      <div className="hub-report__pair">
        <BarChart
          title="Delayed discharges by days of delay."
          summary={`${cellInWords(delayed, 'count')} people in all.`}
          bars={delays}
        />
        <ReportTable table={bands} question={question} />
      </div>
      {rest.map((table) => (
        <ReportTable key={table.id} table={table} question={question} />
      ))}
    </>
  );
}
