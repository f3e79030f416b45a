import type { ReportAnswer, ReportFile } from '../../domain/reports/report-answer.ts';
import type { ReportQuestion } from '../../domain/reports/report-question.ts';
import { paramsOf } from '../../domain/reports/report-question.ts';
import type { ReportTable } from '../../domain/reports/report-table.ts';
import type { ReturnRow } from '../../domain/reports/situation-return.ts';
import { RETURN_COLUMNS } from '../../domain/reports/situation-return.ts';
import { momentInWords } from '../../domain/past/past-moment.ts';
import { withNowColumns } from '../../domain/reports/changed-since.ts';
import type { Instant } from '../../domain/time.ts';
import { wallClockOfInstant } from '../../domain/time.ts';
import { csvFile, tableCsv, tablesXlsx } from './table-files.ts';

/** One table of a report; of the past, its head says so. */
export function csvOf(answer: ReportAnswer, shown: ReportTable, timeZone: string): ReportFile {
  const { question } = answer;
  const name = `${fileNameOf(question, timeZone)}-${shown.id.replace(/_/g, '-')}`;
  return tableCsv(name, withNowColumns(shown), recordedInWords(question.recorded, timeZone));
}

/** As recorded at a moment, in words; nothing for what is recorded now. */
export function recordedInWords(recorded: Instant | null, timeZone: string): string[] {
  return recorded === null ? [] : [`As recorded at ${momentInWords(recorded, timeZone)}`];
}

/** The return of the situation report, as the national file has it. */
export function nationalCsvOf(name: string, rows: readonly ReturnRow[]): ReportFile {
  return csvFile(name, [RETURN_COLUMNS, ...rows], { bom: false });
}

/** All tables of a report. */
export async function xlsxOf(answer: ReportAnswer, timeZone: string): Promise<ReportFile> {
  const { question, asOf, tables } = answer;
  const recorded = recordedInWords(question.recorded, timeZone);
  const about = [
    ['Report', question.report] as const,
    ['As of (UTC)', asOf] as const,
    ...recorded.map((words) => ['Recorded', words] as const),
    ...paramsOf(question),
  ];
  return tablesXlsx(fileNameOf(question, timeZone), about, tables.map(withNowColumns));
}

/** The name of a report's file, without what kind of file it is. */
export function fileNameOf(question: ReportQuestion, timeZone: string): string {
  const name = `discharge-hub-${question.report}${aboutOf(question)}`;
  return `${name}${recordedSuffix(question.recorded, timeZone)}`;
}

/** What the name of a file says of the past; nothing for what is recorded now. */
export function recordedSuffix(recorded: Instant | null, timeZone: string): string {
  if (recorded === null) return '';
  return `-as-recorded-${wallClockOfInstant(recorded, timeZone).replace(/[T:]/g, '-')}`;
}

function aboutOf(question: ReportQuestion): string {
  switch (question.report) {
    case 'equity':
      return `-${question.quarter}-${question.across}-${question.pathway.toLowerCase()}`;
    case 'discharges':
    case 'why':
      return `-${question.month}`;
    case 'situation':
      return `-${question.day}`;
    case 'now':
    case 'trends':
      return '';
    default:
      return question satisfies never;
  }
}
