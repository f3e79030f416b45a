import type { PastReader, ReportSources } from '../../db/past/past-reader.ts';
import type { ReportReader } from '../../db/report-reader.ts';
import { changedSince, countChanged, tellsChanges } from '../../domain/reports/changed-since.ts';
import { formatMonth } from '../../domain/reports/months.ts';
import { compareWithNational } from '../../domain/reports/national-file.ts';
import { nationalTable } from '../../domain/reports/national-tables.ts';
import type { ReportAnswer } from '../../domain/reports/report-answer.ts';
import type { ReportQuestion } from '../../domain/reports/report-question.ts';
import { situationReturn } from '../../domain/reports/situation-return.ts';
import type { Instant } from '../../domain/time.ts';
import { calendarDay } from '../../domain/time.ts';
import { workOutPastBoard, workOutPastPlan } from '../past/work-out-past.ts';
import { dayStandings } from './day-standings.ts';
import {
  csvOf,
  fileNameOf,
  nationalCsvOf,
  recordedInWords,
  recordedSuffix,
  xlsxOf,
} from './report-file.ts';
import type {
  AskedAt,
  Progress,
  ReportRequest,
  ReportResult,
  TablesFile,
} from './report-request.ts';
import { tableCsv, tablesXlsx } from './table-files.ts';
import { workOutByCode } from './work-out-by-code.ts';
import { workOutPeople } from './work-out-people.ts';
import { workOutStay } from './work-out-stay.ts';
import { workOutReturn } from './work-out-return.ts';
import { workOutReport } from './work-out-report.ts';

const NOTHING = { kind: 'nothing' } as const;

type ReturnRequest = Extract<ReportRequest, { kind: 'return' }>;
type NationalFileRequest = Extract<ReportRequest, { kind: 'national_file' }>;
type FileRequest = Extract<ReportRequest, { kind: 'file' }>;

/** Answers one request, on one state of the data. */
export async function answerRequest(
  sources: ReportSources,
  request: ReportRequest,
  progress: Progress,
): Promise<ReportResult> {
  switch (request.kind) {
    case 'answer':
      return { kind: 'answer', answer: answerOf(sources, request, progress) };
    case 'people': {
      const { recorded } = request.behind.question;
      const people = recordedBy(sources, { ...request, recorded }, progress, (reader, asked) =>
        workOutPeople(reader, request.behind, asked),
      );
      return people === null ? NOTHING : { kind: 'people', people };
    }
    case 'stay': {
      const stay = recordedBy(sources, request, progress, (reader, asked) =>
        workOutStay(reader, request.spellId, asked),
      );
      return stay === null ? NOTHING : { kind: 'stay', stay };
    }
    case 'by_code': {
      const figures = recordedBy(sources, request, progress, (reader) =>
        workOutByCode(reader, request.month),
      );
      return { kind: 'by_code', figures };
    }
    case 'national_file':
      return comparisonFileOf(sources, request, progress);
    case 'return':
      return returnOf(sources, request, progress);
    case 'names':
      return { kind: 'names', people: sources.now.people(request.spellIds) };
    case 'file':
      return fileOf(sources, request, progress);
    case 'tables':
      return tablesFileOf(request.file);
    case 'past_board': {
      const board = inThePast(sources, request.at, progress, (past) =>
        workOutPastBoard(sources, past, request.reader, request),
      );
      return { kind: 'past_board', board };
    }
    case 'past_plan': {
      const plan = inThePast(sources, request.at, progress, (past) =>
        workOutPastPlan(sources, past, request, request),
      );
      return plan === null ? NOTHING : { kind: 'past_plan', plan };
    }
    default:
      return request satisfies never;
  }
}

function inThePast<T>(
  sources: ReportSources,
  at: Instant,
  progress: Progress,
  read: (past: PastReader) => T,
): T {
  const past = sources.goBack(at, progress);
  try {
    return read(past);
  } finally {
    past.close();
  }
}

type AskedOf = AskedAt & { recorded: Instant | null };

/**
 * The one place where a report goes back: it is asked at that moment, of all that had been recorded
 * by then. Nothing that works reports out knows whether it reads the past.
 */
function recordedBy<T>(
  sources: ReportSources,
  { now, today, timeZone, marks = [], target = null, recorded }: AskedOf,
  progress: Progress,
  read: (reader: ReportReader, asked: AskedAt) => T,
): T {
  const where = { timeZone, marks, target };
  if (recorded === null) {
    return sources.now.together(() => read(sources.now, { now, today, ...where }));
  }
  const asked = { now: recorded, today: calendarDay(recorded, timeZone), ...where };
  return inThePast(sources, recorded, progress, (past) => read(past, asked));
}

/** A report of the past has beside its figures what is recorded now, where that differs. */
function answerOf(
  sources: ReportSources,
  { question, ...request }: AskedAt & { question: ReportQuestion },
  progress: Progress,
): ReportAnswer {
  const { recorded, report } = question;
  const workOut = (of: Instant | null) =>
    recordedBy(sources, { ...request, recorded: of }, progress, (reader, asked) =>
      workOutReport(reader, question, asked, progress),
    );
  const answer = workOut(recorded);
  if (recorded === null) return answer;
  if (!tellsChanges(report)) return { ...answer, changedFigures: null };
  const tables = changedSince(report, answer.tables, workOut(null).tables);
  return { ...answer, tables, changedFigures: countChanged(tables) };
}

async function fileOf(
  sources: ReportSources,
  request: FileRequest,
  progress: Progress,
): Promise<ReportResult> {
  const { format, tableId, timeZone } = request;
  if (format === 'national') return nationalFileOf(sources, request, progress);
  const answer = answerOf(sources, request, progress);
  if (format === 'xlsx') return { kind: 'file', file: await xlsxOf(answer, timeZone) };
  const table = answer.tables.find(({ id }) => tableId === null || id === tableId);
  return table === undefined ? NOTHING : { kind: 'file', file: csvOf(answer, table, timeZone) };
}

/** A return of the past has what is recorded now beside it. */
function returnOf(
  sources: ReportSources,
  { which, ...request }: ReturnRequest,
  progress: Progress,
): ReportResult {
  const workOut = (recorded: Instant | null) =>
    recordedBy(sources, { ...request, recorded }, progress, (reader, asked) =>
      workOutReturn(reader, { ...asked, which }),
    );
  const content = workOut(request.recorded);
  return { kind: 'return', content, now: request.recorded === null ? null : workOut(null) };
}

async function comparisonFileOf(
  sources: ReportSources,
  request: NationalFileRequest,
  progress: Progress,
): Promise<ReportResult> {
  const { timeZone, now, file } = request;
  const { month, recorded, rows, format } = file;
  const figures = recordedBy(sources, { ...request, recorded }, progress, (reader) =>
    workOutByCode(reader, month),
  );
  const table = nationalTable(compareWithNational(rows, figures));
  const name = `discharge-hub-national-${month}${recordedSuffix(recorded, timeZone)}`;
  const about = [
    ['Report', `${formatMonth(month)} beside the national figures`] as const,
    ['As of (UTC)', now] as const,
    ...recordedInWords(recorded, timeZone).map((words) => ['Recorded', words] as const),
  ];
  const made =
    format === 'xlsx'
      ? await tablesXlsx(name, about, [table])
      : tableCsv(name, table, recordedInWords(recorded, timeZone));
  return { kind: 'file', file: made };
}

async function tablesFileOf({ name, format, about, tables }: TablesFile): Promise<ReportResult> {
  if (format === 'xlsx') return { kind: 'file', file: await tablesXlsx(name, about, tables) };
  const [table] = tables;
  return table === undefined ? NOTHING : { kind: 'file', file: tableCsv(name, table) };
}

/** Of the situation report only, and without the tables of its page. */
function nationalFileOf(
  sources: ReportSources,
  request: FileRequest,
  progress: Progress,
): ReportResult {
  const { question, timeZone } = request;
  if (question.report !== 'situation') return NOTHING;
  const { day, population, recorded } = question;
  const rows = recordedBy(sources, { ...request, recorded }, progress, (reader, asked) => {
    const places = reader.places();
    const { standings } = dayStandings(reader, { ...asked, day, population, places });
    return situationReturn(standings, { day, places, areas: reader.areas(day), population });
  });
  const name = `${fileNameOf(question, timeZone)}-national`;
  return { kind: 'file', file: nationalCsvOf(name, rows) };
}
