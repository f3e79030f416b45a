import { EQUITY, EQUITY_PATHWAY_NAMES } from '../../domain/reports/equity-groups.ts';
import { shareInterval } from '../../domain/reports/intervals.ts';
import { formatQuarter } from '../../domain/reports/months.ts';
import type { ReportAnswer } from '../../domain/reports/report-answer.ts';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import type { ReportTable as Table, TableRow } from '../../domain/reports/report-table.ts';
import { WITHHELD, cellInWords } from '../../domain/reports/report-table.ts';
import { Details } from '../components/details.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { IntervalRow } from './interval-chart.tsx';
import { IntervalChart } from './interval-chart.tsx';
import { ReportTable } from './report-table.tsx';

type EquityReportProps = { answer: ReportAnswer; question: QuestionOf<'equity'> };

/** Whether people who leave on one pathway leave as promptly, whoever they are. */
export function EquityReport({ answer, question }: EquityReportProps) {
  const [measures, differences, ...rest] = answer.tables;
  const [everybody, ...groups] = measures?.rows ?? [];
  const when = formatQuarter(question.quarter);
  const pathway = EQUITY_PATHWAY_NAMES[question.pathway];
  if (measures === undefined || differences === undefined || everybody?.cells[0] === 0) {
    return (
      <EmptyState title={`Nobody left on this pathway from ${when}`}>
        <p>{pathway}. Choose another pathway or quarter.</p>
      </EmptyState>
    );
  }
  const [people = null, , onReadyDate = null] = everybody?.cells ?? [];
  return (
    <>
      <p className="hub-report__lead">
        {pathway}. From {when}, {cellInWords(people, 'count')} people were discharged, and{' '}
        {cellInWords(onReadyDate, 'share')} left on their discharge ready date.{' '}
        {clearDifferences(differences)}
      </p>
      <IntervalChart
        title={`Left on the ready date, by ${EQUITY[question.across].name.toLowerCase()}.`}
        summary="Dots are shares, lines the range that fits what was counted (95%); dashed is everybody."
        everybody={typeof onReadyDate === 'number' ? onReadyDate : null}
        rows={groups.map(rowOf)}
      />
      <ReportTable table={measures} question={question} />
      <ReportTable table={differences} question={question} />
      {rest.map((table) => (
        <ReportTable key={table.id} table={table} question={question} />
      ))}
      <Details summary="What is withheld, and how groups are compared">
        <p>
          Counts of 1 to 4 are withheld, and as many others as it takes so that nobody can work them
          out from the rest, from totals or from other reports. No figure here opens into names, and
          files hold what the page shows. Only whole quarters that are over are shown, one length of
          time, so that nothing follows from comparing two.
        </p>
        <p>
          Each group is compared with everybody else on the same pathway, national measure. A
          difference is called clear when its 95% interval leaves out zero; of twenty groups that do
          not differ, one is expected to look as if it did. A difference is a question, not an
          answer: needs, homes and distances differ too.
        </p>
      </Details>
    </>
  );
}

function rowOf({ name, cells }: TableRow): IntervalRow {
  const [discharged, delayed, share] = cells;
  if (typeof discharged !== 'number' || typeof delayed !== 'number' || share === WITHHELD) {
    return { name, share: null, note: 'Withheld' };
  }
  const interval = shareInterval(discharged - delayed, discharged);
  if (interval === null || typeof share !== 'number') return { name, share: null, note: 'Nobody' };
  return { name, share: { value: share, ...interval }, note: '' };
}

function clearDifferences({ rows }: Table): string {
  const clear = rows.filter(({ cells }) => /left on|waited/i.test(String(cells.at(-1)))).length;
  if (clear === 0) return 'No group differs clearly from everybody else.';
  return `${clear} of ${rows.length} groups ${clear === 1 ? 'differs' : 'differ'} clearly from everybody else.`;
}
