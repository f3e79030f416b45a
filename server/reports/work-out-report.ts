import type { ReportReader } from '../../db/report-reader.ts';
import {
  dayFiguresTable,
  reasonGroupsTable,
  reasonsTable,
} from '../../domain/reports/day-tables.ts';
import { dischargeTables } from '../../domain/reports/discharge-tables.ts';
import {
  LONG_STAY_FIGURES,
  NOW_FIGURES,
  longestWaitsTable,
  teamsTable,
} from '../../domain/reports/now-tables.ts';
import { equityTables } from '../../domain/reports/equity-tables.ts';
import { daysOfQuarter } from '../../domain/reports/months.ts';
import type { ReportAnswer } from '../../domain/reports/report-answer.ts';
import type { QuestionOf, ReportQuestion } from '../../domain/reports/report-question.ts';
import type { ReportTable } from '../../domain/reports/report-table.ts';
import { SITUATION_FIGURES, VALIDATION_FIGURES } from '../../domain/reports/situation-tables.ts';
import { countedDischarges, dischargesOfMonth } from './counted-discharges.ts';
import { dayStandings } from './day-standings.ts';
import type { AskedAt, Progress } from './report-request.ts';
import { workOutTrend } from './work-out-trend.ts';
import { workOutWhy } from './work-out-why.ts';

/** Works a report out from what is recorded, and from nothing that counts along. */
export function workOutReport(
  reader: ReportReader,
  question: ReportQuestion,
  asked: AskedAt,
  progress: Progress,
): ReportAnswer {
  const answer = { question, asOf: asked.now, trend: null };
  switch (question.report) {
    case 'now':
      return { ...answer, tables: nowTables(reader, question, asked) };
    case 'discharges':
      return { ...answer, tables: monthTables(reader, question) };
    case 'situation':
      return { ...answer, tables: situationTables(reader, question, asked) };
    case 'trends':
      return { ...answer, ...workOutTrend(reader, question, asked, progress) };
    case 'equity':
      return { ...answer, tables: workOutEquity(reader, question, progress) };
    case 'why':
      return { ...answer, tables: workOutWhy(reader, question, asked, progress) };
    default:
      return question satisfies never;
  }
}

function nowTables(
  reader: ReportReader,
  { by, population }: QuestionOf<'now'>,
  asked: AskedAt,
): ReportTable[] {
  const places = reader.places();
  const { standings, spells } = dayStandings(reader, {
    ...{ ...asked, population, places },
    day: asked.today,
  });
  const here = spells.filter(({ discharge }) => discharge === null);
  const tasks = here.flatMap((spell) => spell.tasks);
  return [
    dayFiguresTable(standings, NOW_FIGURES, { by, places }, { title: 'Now' }),
    dayFiguresTable(
      standings,
      LONG_STAY_FIGURES,
      { by, places },
      { id: 'long_stays', title: 'Long stays' },
    ),
    reasonGroupsTable(standings),
    reasonsTable(standings),
    longestWaitsTable(standings, places),
    teamsTable(tasks, asked.now),
  ];
}

function monthTables(reader: ReportReader, question: QuestionOf<'discharges'>): ReportTable[] {
  const places = reader.places();
  return dischargeTables(dischargesOfMonth(reader, question, places), { by: question.by, places });
}

/** Reading a quarter's discharges, and finding what is to be withheld. */
const EQUITY_STEPS = 2;

function workOutEquity(
  reader: ReportReader,
  question: QuestionOf<'equity'>,
  progress: Progress,
): ReportTable[] {
  progress(0, EQUITY_STEPS);
  const range = daysOfQuarter(question.quarter);
  const places = reader.places();
  const stays = countedDischarges(reader, range, { population: 'national', places });
  progress(1, EQUITY_STEPS);
  return equityTables(stays, question);
}

function situationTables(
  reader: ReportReader,
  { day, population }: QuestionOf<'situation'>,
  asked: AskedAt,
): ReportTable[] {
  const places = reader.places();
  const { standings } = dayStandings(reader, { ...asked, day, population, places });
  const where = { by: 'provider', places } as const;
  return [
    dayFiguresTable(standings, SITUATION_FIGURES, where, { title: 'The return' }),
    dayFiguresTable(
      standings,
      VALIDATION_FIGURES,
      { ...where, by: 'ward' },
      { id: 'validation', title: 'To be mended before the return is made,' },
    ),
    reasonsTable(standings, { withEmpty: true }),
  ];
}
