import type { ReportAnswer } from '../../domain/reports/report-answer.ts';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import type { ReportTable as Table } from '../../domain/reports/report-table.ts';
import { POPULATION_NAMES } from '../../domain/reports/population.ts';
import { formatDayLong } from '../../domain/time.ts';
import { InsetText } from '../components/inset-text.tsx';
import { ReportTable } from './report-table.tsx';

type SituationReportProps = {
  answer: ReportAnswer;
  question: QuestionOf<'situation'>;
  today: string;
};

/** The daily situation report: the figures of the national return, and what to mend before it. */
export function SituationReport({ answer, question, today }: SituationReportProps) {
  const [figures, validation, reasons] = answer.tables;
  if (figures === undefined || validation === undefined || reasons === undefined) return null;
  const toMend = validation.rows[0]?.cells.reduce<number>((sum, cell) => sum + Number(cell), 0);
  return (
    <>
      <p className="hub-report__lead">
        {question.day === today
          ? 'Today until now: the day is not over.'
          : `${formatDayLong(question.day)}, as far as is known today.`}
      </p>
      <p className="hub-quiet">{POPULATION_NAMES[question.population]}.</p>
      <ReportTable table={figures} question={question} />
      {toMend === 0 ? (
        <InsetText>
          <p>Nothing to mend: everybody delayed has a reason, and ready dates are complete.</p>
        </InsetText>
      ) : (
        <ReportTable table={withoutClean(validation)} question={question} />
      )}
      <ReportTable table={reasons} question={question} />
    </>
  );
}

/** Wards with nothing to mend are not on the list of what to mend. */
function withoutClean(table: Table): Table {
  return {
    ...table,
    rows: table.rows.filter(({ cells }) => cells.some((cell) => cell !== 0)),
  };
}
