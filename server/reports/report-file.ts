import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { Cell as SheetCell } from 'write-excel-file/node';
import type { ReportAnswer, ReportFile } from '../../domain/reports/report-answer.ts';
import type { ReportQuestion } from '../../domain/reports/report-question.ts';
import { paramsOf } from '../../domain/reports/report-question.ts';
import type { Cell, CellKind, ReportTable } from '../../domain/reports/report-table.ts';
import type { ReturnRow } from '../../domain/reports/situation-return.ts';
import { RETURN_COLUMNS } from '../../domain/reports/situation-return.ts';
import { momentInWords } from '../../domain/past/past-moment.ts';
import { withNowColumns } from '../../domain/reports/changed-since.ts';
import { isCalendarDay, wallClockOfInstant } from '../../domain/time.ts';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Security: a text that a spreadsheet would take for a formula is written as text. */
const CSV_OPTIONS = { bom: true, escape_formulas: true } as const;

/** One table of a report. Numbers are whole precision, shares 0 to 1; of the past, its head says so. */
export function csvOf(answer: ReportAnswer, shown: ReportTable, timeZone: string): ReportFile {
  const table = withNowColumns(shown);
  const recorded = recordedInWords(answer, timeZone);
  const rows = [
    ...(recorded === null ? [] : [[recorded]]),
    [table.rowsAre, ...table.columns.map(({ name }) => name)],
    ...table.rows.map(({ name, cells }) => [name, ...cells]),
  ];
  const body = Buffer.from(stringify(rows, CSV_OPTIONS));
  const name = `${fileNameOf(answer.question, timeZone)}-${table.id.replace(/_/g, '-')}.csv`;
  return { name, type: CSV, body };
}

/** As recorded at a moment, in words; null for what is recorded now. */
function recordedInWords({ question }: ReportAnswer, timeZone: string): string | null {
  const { recorded } = question;
  return recorded === null ? null : `As recorded at ${momentInWords(recorded, timeZone)}`;
}

/** The return of the situation report, as the national file has it. */
export function nationalCsvOf(name: string, rows: readonly ReturnRow[]): ReportFile {
  const text = stringify([RETURN_COLUMNS, ...rows], { ...CSV_OPTIONS, bom: false });
  return { name: `${name}.csv`, type: CSV, body: Buffer.from(text) };
}

/** All tables of a report, one a sheet, with real numbers and dates. */
export async function xlsxOf(answer: ReportAnswer, timeZone: string): Promise<ReportFile> {
  const about = aboutSheet(answer, timeZone);
  const sheets = answer.tables.map(withNowColumns).map((table) => ({
    data: sheetOf(table),
    sheet: sheetName(table),
    columns: [{ width: 44 }, ...table.columns.map(() => ({ width: 18 }))],
    stickyRowsCount: 1,
  }));
  const body = await writeXlsxFile([about, ...sheets]).toBuffer();
  return { name: `${fileNameOf(answer.question, timeZone)}.xlsx`, type: XLSX, body };
}

function aboutSheet(answer: ReportAnswer, timeZone: string) {
  const recorded = recordedInWords(answer, timeZone);
  const facts = [...paramsOf(answer.question)].map(([name, value]) => [text(name), text(value)]);
  return {
    sheet: 'About',
    columns: [{ width: 24 }, { width: 60 }],
    data: [
      [text('Report'), text(answer.question.report)],
      [text('As of (UTC)'), text(answer.asOf)],
      ...(recorded === null ? [] : [[text('Recorded'), text(recorded)]]),
      ...facts,
    ],
  };
}

function sheetOf({ rowsAre, columns, rows }: ReportTable): SheetCell[][] {
  const heading = [rowsAre, ...columns.map(({ name }) => name)].map((name) => ({
    ...text(name),
    fontWeight: 'bold' as const,
    wrap: true,
  }));
  return [
    heading,
    ...rows.map(({ name, cells }) => [
      text(name),
      ...cells.map((cell, at) => sheetCell(cell, columns[at]?.kind ?? 'text')),
    ]),
  ];
}

const FORMATS: Record<CellKind, string> = {
  text: '@',
  count: '#,##0',
  decimal: '#,##0.00',
  share: '0.0%',
  day: 'dd/mm/yyyy',
  points: '+0.0%;-0.0%;0.0%',
  change: '+#,##0.00;-#,##0.00;0.00',
};

function sheetCell(cell: Cell, kind: CellKind): SheetCell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { type: Number, value: cell, format: FORMATS[kind] };
  if (kind === 'day' && isCalendarDay(cell)) {
    return { type: Date, value: new Date(cell), format: FORMATS.day };
  }
  return text(cell);
}

/** Security: typed as text, so that no formula comes of it. */
function text(value: string) {
  return { type: String, value };
}

/** Names of sheets are short and free of a few characters. */
function sheetName({ id }: ReportTable): string {
  const words = id.replace(/_/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.slice(0, 31);
}

/** The name of a report's file, without what kind of file it is. */
export function fileNameOf(question: ReportQuestion, timeZone: string): string {
  const { recorded } = question;
  const name = `discharge-hub-${question.report}${aboutOf(question)}`;
  if (recorded === null) return name;
  return `${name}-as-recorded-${wallClockOfInstant(recorded, timeZone).replace(/[T:]/g, '-')}`;
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
