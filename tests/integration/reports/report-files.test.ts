import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlineSources } from '../../factories/inline-reports.ts';
import { DELAY_REASONS } from '../../../domain/delay/delay-reasons.ts';
import type { FileFormat, ReportFile } from '../../../domain/reports/report-answer.ts';
import type { ReportName } from '../../../domain/reports/report-question.ts';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import type { ReportTable } from '../../../domain/reports/report-table.ts';
import { RETURN_COLUMNS } from '../../../domain/reports/situation-return.ts';
import { answerRequest } from '../../../server/reports/answer-request.ts';
import { csvOf, xlsxOf } from '../../../server/reports/report-file.ts';
import { NOW, TODAY } from '../../factories/clock.ts';
import { goldenDatabase, playGoldenStays } from './golden-stays.ts';
import { tablesOf } from './markdown-tables.ts';

const page = readFileSync(path.join(import.meta.dirname, 'golden-month.md'), 'utf8');
const db = goldenDatabase();
playGoldenStays(db, tablesOf(page)[0] ?? []);
const sources = inlineSources(db);

async function fileOf(
  report: ReportName,
  params: string,
  wanted: { format: FileFormat; tableId?: string },
): Promise<ReportFile | null> {
  const question = readQuestion(report, new URLSearchParams(params), TODAY);
  const { format, tableId = null } = wanted;
  const request = { now: NOW, today: TODAY, timeZone: 'Europe/London', question, format, tableId };
  const result = await answerRequest(sources, { ...request, kind: 'file' }, () => {});
  return result.kind === 'file' ? result.file : null;
}

const rowsOf = (file: ReportFile | null): string[][] =>
  parse(Buffer.from(file?.body ?? []), { bom: true });

/** A table with everything that a spreadsheet might take for a formula. */
const HOSTILE: ReportTable = {
  id: 'hostile',
  title: 'Hostile',
  rowsAre: '=Ward',
  columns: [{ key: 'a', name: '@sum', kind: 'text' }],
  rows: ['=cmd|calc', '+1', '-1', '@x', '\tx', '"quoted", and\nbroken'].map((name, at) => ({
    id: String(at),
    name,
    cells: [name],
  })),
};
const HOSTILE_ANSWER = {
  question: readQuestion('now', new URLSearchParams(), TODAY),
  asOf: NOW,
  tables: [HOSTILE],
  trend: null,
};

describe('a report as CSV', () => {
  it('has the figures of its table, unrounded', async () => {
    const file = await fileOf('discharges', 'month=2026-10', {
      format: 'csv',
      tableId: 'measures',
    });
    expect(file).toMatchObject({ name: 'discharge-hub-discharges-2026-10-measures.csv' });
    const [head, all] = rowsOf(file);
    expect(head?.slice(0, 3)).toEqual(['Trust', 'Patients discharged', 'Delayed 1 day or more']);
    expect(all?.slice(0, 3)).toEqual(['All', '30', '24']);
    expect(Number(all?.[6])).toBeCloseTo(517 / 24, 9);
  });

  it('has nothing that a spreadsheet takes for a formula', () => {
    const cells = rowsOf(csvOf(HOSTILE_ANSWER, HOSTILE, 'Europe/London')).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toContain("'=cmd|calc");
    expect(cells).toContain('"quoted", and\nbroken');
  });

  it('of a table that is not there is none', async () => {
    expect(await fileOf('now', '', { format: 'csv', tableId: 'secrets' })).toBeNull();
  });
});

describe('a report as an Excel file', () => {
  it('has a sheet for each table, with real numbers', async () => {
    const file = await fileOf('discharges', 'month=2026-10', { format: 'xlsx' });
    const sheets = await readXlsxFile(Buffer.from(file?.body ?? []));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'About',
      'Measures',
      'Bands',
      'Bands discharged',
      'Bands share',
      'Bands bed days',
    ]);
    expect(sheets[1]?.data[1]?.slice(0, 3)).toEqual(['All', 30, 24]);
  });

  it('has real dates', async () => {
    const file = await fileOf('now', '', { format: 'xlsx' });
    const sheets = await readXlsxFile(Buffer.from(file?.body ?? []));
    const rows = sheets.find(({ sheet }) => sheet === 'Longest')?.data ?? [];
    // Stay 32, ready on 20 October and still here.
    expect(rows[1]?.[4]).toEqual(new Date('2026-10-20'));
  });

  it('keeps formulas as text', async () => {
    const { body } = await xlsxOf(HOSTILE_ANSWER, 'Europe/London');
    const sheets = await readXlsxFile(Buffer.from(body));
    expect(sheets[1]?.data[1]).toEqual(['=cmd|calc', '=cmd|calc']);
  });
});

describe('the national return', () => {
  const lines = async (params: string) =>
    rowsOf(await fileOf('situation', params, { format: 'national' }));

  it('has the columns in their order, and the acute trust alone in the national measure', async () => {
    const [head, ...rows] = await lines('day=2026-10-12');
    expect(head).toEqual([...RETURN_COLUMNS]);
    expect(new Set(rows.map((row) => row[4]))).toEqual(new Set(['RWE']));
    expect(rows[0]).toEqual([
      ...['12/10/2026', 'Provider', 'MIDLANDS', 'QK1', 'RWE', 'UNIVERSITY HOSPITALS OF LEICESTER'],
      'Number of patients who no longer meet the criteria to reside',
      // Eleven remain (33 is one of them until they die), and 8, 17 and 26 left; 35 is a child.
      ...['Daily metric', 'NCTR', '14'],
    ]);
  });

  it('has each of the 37 reasons by its official name, for 7 and for 14 days', async () => {
    const [, ...rows] = await lines('day=2026-10-12');
    const reasons = rows.filter((row) => row[8] === 'Delay reason').map((row) => row[6] ?? '');
    expect(reasons).toHaveLength(2 * Object.keys(DELAY_REASONS).length);
    expect(reasons.slice(0, 37).map((name) => name.replace(/^[^–]+ – /, ''))).toEqual(
      Object.values(DELAY_REASONS),
    );
  });

  it('is none of another report', async () => {
    expect(await fileOf('now', '', { format: 'national' })).toBeNull();
  });
});
