import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { Cell as SheetCell } from 'write-excel-file/node';
import type { ReportAnswer, ReportFile } from '../../domain/reports/report-answer.ts';
import { paramsOf } from '../../domain/reports/report-question.ts';
import type { Cell, CellKind, ReportTable } from '../../domain/reports/report-table.ts';
import type { ReturnRow } from '../../domain/reports/situation-return.ts';
import { RETURN_COLUMNS } from '../../domain/reports/situation-return.ts';
import { isCalendarDay } from '../../domain/time.ts';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Security: a text that a spreadsheet would take for a formula is written as text. */
const CSV_OPTIONS = { bom: true, escape_formulas: true } as const;

/** One table of a report. Numbers are whole precision, shares 0 to 1. */
export function csvOf(answer: ReportAnswer, table: ReportTable): ReportFile {
  const rows = [
    [table.rowsAre, ...table.columns.map(({ name }) => name)],
    ...table.rows.map(({ name, cells }) => [name, ...cells]),
  ];
  const body = Buffer.from(stringify(rows, CSV_OPTIONS));
  return { name: `${nameOf(answer)}-${table.id.replace(/_/g, '-')}.csv`, type: CSV, body };
}

/** The return of the situation report, as the national file has it. */
export function nationalCsvOf(name: string, rows: readonly ReturnRow[]): ReportFile {
  const text = stringify([RETURN_COLUMNS, ...rows], { ...CSV_OPTIONS, bom: false });
  return { name: `${name}.csv`, type: CSV, body: Buffer.from(text) };
}

/** All tables of a report, one a sheet, with real numbers and dates. */
export async function xlsxOf(answer: ReportAnswer): Promise<ReportFile> {
  const about = aboutSheet(answer);
  const sheets = answer.tables.map((table) => ({
    data: sheetOf(table),
    sheet: sheetName(table),
    columns: [{ width: 44 }, ...table.columns.map(() => ({ width: 18 }))],
    stickyRowsCount: 1,
  }));
  const body = await writeXlsxFile([about, ...sheets]).toBuffer();
  return { name: `${nameOf(answer)}.xlsx`, type: XLSX, body };
}

function aboutSheet(answer: ReportAnswer) {
  const facts = [...paramsOf(answer.question)].map(([name, value]) => [text(name), text(value)]);
  return {
    sheet: 'About',
    columns: [{ width: 24 }, { width: 60 }],
    data: [
      [text('Report'), text(answer.question.report)],
      [text('As of (UTC)'), text(answer.asOf)],
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

function nameOf({ question }: ReportAnswer): string {
  if (question.report === 'equity') {
    const { quarter, across, pathway } = question;
    return `discharge-hub-equity-${quarter}-${across}-${pathway.toLowerCase()}`;
  }
  const when =
    question.report === 'discharges' || question.report === 'why'
      ? `-${question.month}`
      : question.report === 'situation'
        ? `-${question.day}`
        : '';
  return `discharge-hub-${question.report}${when}`;
}
