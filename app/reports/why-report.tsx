import type { ReportAnswer } from '../../domain/reports/report-answer.ts';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import type { ReportTable as Table } from '../../domain/reports/report-table.ts';
import { cellInWords } from '../../domain/reports/report-table.ts';
import { formatMonth } from '../../domain/reports/months.ts';
import { POPULATION_NAMES } from '../../domain/reports/population.ts';
import {
  eddInWords,
  hoursInWords,
  pathwaysInWords,
  reasonsInWords,
  referralsInWords,
  roundsInWords,
  teamsInWords,
} from '../../domain/reports/why-words.ts';
import { Details } from '../components/details.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { HeatTable } from './heat-table.tsx';
import { ParetoChart } from './pareto-chart.tsx';
import { stayPath } from './report-links.ts';
import { ReportTable } from './report-table.tsx';

type WhyReportProps = { answer: ReportAnswer; question: QuestionOf<'why'> };

/** Reasons drawn; the table has all of them. */
const DRAWN = 12;

/** Its parts, by where they stand in the page. */
const PARTS = {
  tasks: 'Tasks of those discharged in the month',
  pathways: 'Referrals and pathways',
  leaving: 'When people leave',
  forecasts: 'Estimated discharge dates',
  rounds: 'Board rounds',
} as const;

/** Why people waited, and how the work for them went. */
export function WhyReport({ answer, question }: WhyReportProps) {
  const tables = new Map(answer.tables.map((table) => [table.id, table]));
  const show = (id: string) => {
    const table = tables.get(id);
    return table === undefined ? null : <ReportTable table={table} question={question} />;
  };
  const say = (words: (table: Table) => string, id: string) => {
    const table = tables.get(id);
    return table === undefined ? null : <p className="hub-report__lead">{words(table)}</p>;
  };
  const hours = tables.get('hours');
  const longest = tables.get('longest');
  return (
    <>
      <p className="hub-quiet">{POPULATION_NAMES[question.population]}.</p>
      <nav className="hub-report__parts" aria-label="On this page">
        <ul className="hub-lines hub-cluster">
          {Object.entries(PARTS).map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Reasons table={tables.get('reasons')} question={question} />
      {say(teamsInWords, 'waited_for')}
      {show('waited_for')}
      {longest && (
        <ReportTable
          table={longest}
          question={question}
          rowPath={({ id }) => stayPath(question, id)}
        />
      )}
      <PartHeading part="tasks" />
      {show('task_states')}
      {show('task_teams')}
      {show('task_types')}
      <PartHeading part="pathways" />
      {say(referralsInWords, 'referrals')}
      {show('referrals')}
      {say(pathwaysInWords, 'pathways')}
      {show('pathways')}
      <PartHeading part="leaving" />
      {say(hoursInWords, 'hours')}
      {hours && <HeatTable table={hours} question={question} />}
      <PartHeading part="forecasts" />
      {say(eddInWords, 'edd_wards')}
      {show('edd_specialties')}
      <Details summary="The same by ward">{show('edd_wards')}</Details>
      <BoardRounds tables={tables} question={question} />
    </>
  );
}

function PartHeading({ part }: { part: keyof typeof PARTS }) {
  return (
    <h2 className="nhsuk-heading-m" id={part}>
      {PARTS[part]}
    </h2>
  );
}

type BoardRoundsProps = { tables: ReadonlyMap<string, Table>; question: QuestionOf<'why'> };

function BoardRounds({ tables, question }: BoardRoundsProps) {
  const wards = tables.get('round_wards');
  const days = tables.get('round_days');
  const wardDays = tables.get('round_ward_days');
  if (wards === undefined || days === undefined || wardDays === undefined) return null;
  const isNone = wards.rows.length < 2;
  return (
    <>
      <PartHeading part="rounds" />
      {isNone ? (
        <p className="hub-quiet">
          No board rounds are recorded until the end of {formatMonth(question.month)}.
        </p>
      ) : (
        <>
          <p className="hub-report__lead">{roundsInWords(wards)}</p>
          <HeatTable table={wardDays} question={question} />
          <Details summary="Who was seen, by ward">
            <ReportTable table={wards} question={question} />
          </Details>
          <Details summary="Who was seen, by day">
            <ReportTable table={days} question={question} />
          </Details>
        </>
      )}
    </>
  );
}

type ReasonsProps = { table: Table | undefined; question: QuestionOf<'why'> };

function Reasons({ table, question }: ReasonsProps) {
  const [all, ...rows] = table?.rows ?? [];
  if (table === undefined || all === undefined || rows.length === 0) {
    return (
      <EmptyState title={`No days of delay in ${formatMonth(question.month)}`}>
        <p>Choose another month, or count everybody.</p>
      </EmptyState>
    );
  }
  const bars = rows.slice(0, DRAWN).map(({ name, cells }) => ({
    name,
    value: Number(cells[1]),
    cumulative: Number(cells[3]),
  }));
  return (
    <>
      <p className="hub-report__lead">
        In {formatMonth(question.month)} people spent {cellInWords(all.cells[1] ?? 0, 'count')} days
        in hospital without needing to. {reasonsInWords(table)}
      </p>
      <ParetoChart
        title="Days of delay by main reason."
        summary={`Bars are days; the line is the share of all days with the reasons above. ${rows.length > DRAWN ? `The ${DRAWN} largest of ${rows.length}.` : ''}`}
        bars={bars}
      />
      <ReportTable table={table} question={question} />
    </>
  );
}
