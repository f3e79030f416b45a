import type { ReportReader } from '../../db/report-reader.ts';
import { situationReturn } from '../../domain/reports/situation-return.ts';
import { dayStandings } from './day-standings.ts';
import { csvOf, nationalCsvOf, xlsxOf } from './report-file.ts';
import type { Progress, ReportRequest, ReportResult } from './report-request.ts';
import { workOutByCode } from './work-out-by-code.ts';
import { workOutPeople } from './work-out-people.ts';
import { workOutStay } from './work-out-stay.ts';
import { workOutReturn } from './work-out-return.ts';
import { workOutReport } from './work-out-report.ts';

const NOTHING = { kind: 'nothing' } as const;

type FileRequest = Extract<ReportRequest, { kind: 'file' }>;

/** Answers one request, on one state of the data. */
export async function answerRequest(
  reader: ReportReader,
  request: ReportRequest,
  progress: Progress,
): Promise<ReportResult> {
  switch (request.kind) {
    case 'answer': {
      const { question } = request;
      const answer = reader.together(() => workOutReport(reader, question, request, progress));
      return { kind: 'answer', answer };
    }
    case 'people': {
      const people = reader.together(() => workOutPeople(reader, request.behind, request));
      return people === null ? NOTHING : { kind: 'people', people };
    }
    case 'stay': {
      const stay = reader.together(() => workOutStay(reader, request.spellId, request));
      return stay === null ? NOTHING : { kind: 'stay', stay };
    }
    case 'by_code': {
      const figures = reader.together(() => workOutByCode(reader, request.month));
      return { kind: 'by_code', figures };
    }
    case 'return':
      return { kind: 'return', content: reader.together(() => workOutReturn(reader, request)) };
    case 'names':
      return { kind: 'names', people: reader.people(request.spellIds) };
    case 'file':
      return fileOf(reader, request, progress);
    default:
      return request satisfies never;
  }
}

async function fileOf(
  reader: ReportReader,
  request: FileRequest,
  progress: Progress,
): Promise<ReportResult> {
  const { question, format, tableId } = request;
  if (format === 'national') return nationalFileOf(reader, request);
  const answer = reader.together(() => workOutReport(reader, question, request, progress));
  if (format === 'xlsx') return { kind: 'file', file: await xlsxOf(answer) };
  const table = answer.tables.find(({ id }) => tableId === null || id === tableId);
  return table === undefined ? NOTHING : { kind: 'file', file: csvOf(answer, table) };
}

/** Of the situation report only, and without the tables of its page. */
function nationalFileOf(reader: ReportReader, request: FileRequest): ReportResult {
  const { question } = request;
  if (question.report !== 'situation') return NOTHING;
  const { day, population } = question;
  const rows = reader.together(() => {
    const places = reader.places();
    const { standings } = dayStandings(reader, { ...request, day, population, places });
    return situationReturn(standings, { day, places, areas: reader.areas(day), population });
  });
  return { kind: 'file', file: nationalCsvOf(`discharge-hub-situation-${day}-national`, rows) };
}
