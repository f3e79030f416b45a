import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { Cell as SheetCell } from 'write-excel-file/node';
import { capital } from '../../domain/first-letter.ts';
import type { ReportFile } from '../../domain/reports/report-answer.ts';
import type { Cell, CellKind, ReportTable } from '../../domain/reports/report-table.ts';
import { isCalendarDay } from '../../domain/time.ts';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Security: a text that a spreadsheet would take for a formula is written as text. */
const CSV_OPTIONS = { bom: true, escape_formulas: true } as const;

/** Lines as CSV; `name` is without what kind of file it is. */
export function csvFile(
  name: string,
  lines: readonly (readonly Cell[])[],
  { bom } = { bom: true },
): ReportFile {
  const text = stringify([...lines], { ...CSV_OPTIONS, bom });
  return { name: `${name}.csv`, type: CSV, body: Buffer.from(text) };
}

/** A table with its headings, after what stands above them. Numbers are whole precision, shares 0 to 1. */
export function tableCsv(
  name: string,
  { rowsAre, columns, rows }: ReportTable,
  above: readonly string[] = [],
): ReportFile {
  return csvFile(name, [
    ...above.map((words) => [words]),
    [rowsAre, ...columns.map((column) => column.name)],
    ...rows.map((row) => [row.name, ...row.cells]),
  ]);
}

/** What a file is about, fact by fact: its first sheet. */
export type AboutFile = readonly (readonly [name: string, value: string])[];

/** Tables, one a sheet, with real numbers and dates. */
export async function tablesXlsx(
  name: string,
  about: AboutFile,
  tables: readonly ReportTable[],
): Promise<ReportFile> {
  const aboutSheet = {
    sheet: 'About',
    columns: [{ width: 24 }, { width: 60 }],
    data: about.map((fact) => fact.map(text)),
  };
  const sheets = tables.map((table) => ({
    data: sheetOf(table),
    sheet: sheetName(table),
    columns: [{ width: 44 }, ...table.columns.map(() => ({ width: 18 }))],
    stickyRowsCount: 1,
  }));
  const body = await writeXlsxFile([aboutSheet, ...sheets]).toBuffer();
  return { name: `${name}.xlsx`, type: XLSX, body };
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
  return capital(words).slice(0, 31);
}
