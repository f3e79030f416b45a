import { Link } from '@remix-run/react';
import type { ReportAnswer } from '../../domain/reports/report-answer.ts';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import type { ReportTable as Table } from '../../domain/reports/report-table.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { BarChart } from './bar-chart.tsx';
import { peoplePath } from './report-links.ts';
import { ReportTable } from './report-table.tsx';

type NowReportProps = { answer: ReportAnswer; question: QuestionOf<'now'> };

/** How everybody stands at this moment. */
export function NowReport({ answer, question }: NowReportProps) {
  const tableOf = (id: string) => answer.tables.find((table) => table.id === id);
  const groups = tableOf('groups');
  const longStays = tableOf('long_stays');
  const reasonGroups = tableOf('reason_groups');
  const reasons = tableOf('reasons');
  const longest = tableOf('longest');
  const teams = tableOf('teams');
  if (groups === undefined || groups.rows[0]?.cells[0] === 0) {
    return (
      <EmptyState title="Nobody is in hospital">
        <p>As soon as somebody is admitted, they are counted here.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <Headlines tables={answer.tables} question={question} />
      {reasonGroups && (
        <div className="hub-report__pair">
          <ReasonBars table={reasonGroups} />
          <ReportTable table={reasonGroups} question={question} />
        </div>
      )}
      {[groups, longStays, reasons].map(
        (table) => table && <ReportTable key={table.id} table={table} question={question} />,
      )}
      {longest && (
        <ReportTable
          table={longest}
          question={question}
          rowPath={({ id }) => `/spells/${encodeURIComponent(id)}`}
        />
      )}
      {teams && <ReportTable table={teams} question={question} />}
    </>
  );
}

/** The numbers that open the daily call; what is beside each belongs to it. */
const HEADLINES: readonly { key: string; beside?: readonly [key: string, words: string] }[] = [
  { key: 'remaining', beside: ['waiting', 'ready and waiting'] },
  { key: 'discharged', beside: ['discharged_by_17', 'by 17:00'] },
  { key: 'no_edd' },
  { key: 'edd_passed' },
  { key: 'stay_7', beside: ['bed_days_7', 'additional bed days'] },
  { key: 'stay_14', beside: ['bed_days_14', 'additional bed days'] },
  { key: 'stay_21', beside: ['bed_days_21', 'additional bed days'] },
];

type HeadlinesProps = { tables: readonly Table[]; question: QuestionOf<'now'> };

function Headlines({ tables, question }: HeadlinesProps) {
  const figures = new Map(
    tables.flatMap(({ columns, rows }) =>
      columns.map(({ key, name }, at) => [key, { name, cell: rows[0]?.cells[at] }] as const),
    ),
  );
  const valueOf = (key: string) => {
    const cell = figures.get(key)?.cell;
    return typeof cell === 'number' ? cell : 0;
  };
  return (
    <ul className="hub-lines hub-headlines">
      {HEADLINES.map(({ key, beside }) => (
        <li key={key} className="hub-headline">
          <Link className="hub-headline__link" to={peoplePath(question, key, 'all')}>
            <span className="hub-headline__number">{valueOf(key).toLocaleString('en-GB')}</span>{' '}
            <span className="hub-headline__name">
              {key === 'discharged' ? 'Discharged today' : figures.get(key)?.name}
            </span>
          </Link>
          {beside && (
            <span className="hub-headline__beside">
              {valueOf(beside[0]).toLocaleString('en-GB')} {beside[1]}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function ReasonBars({ table }: { table: Table }) {
  const bars = table.rows.map(({ name, cells }) => ({ name, value: Number(cells[0]) }));
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  const most = [...bars].sort((a, b) => b.value - a.value)[0];
  const summary =
    total === 0 || most === undefined
      ? 'Nobody remains without criteria to reside.'
      : `Of ${total.toLocaleString('en-GB')} people remaining, most (${most.value}) wait for: ${most.name.toLowerCase()}.`;
  return <BarChart title="Why people remain." summary={summary} bars={bars} />;
}
