import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTables } from '../../../db/check-tables.ts';
import { reportReader } from '../../../db/report-reader.ts';
import { inlineSources } from '../../factories/inline-reports.ts';
import type { ReportName } from '../../../domain/reports/report-question.ts';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import type { Cell, ReportTable } from '../../../domain/reports/report-table.ts';
import { roundsInWords } from '../../../domain/reports/why-words.ts';
import { waitDays } from '../../../domain/reports/stay-waits.ts';
import { answerRequest } from '../../../server/reports/answer-request.ts';
import { dayContext } from '../../../server/reports/day-context.ts';
import { workOutReport } from '../../../server/reports/work-out-report.ts';
import { NOW, TODAY } from '../../factories/clock.ts';
import { idOf } from '../../factories/ids.ts';
import { goldenDatabase, playGoldenStays } from './golden-stays.ts';
import { tablesOf } from './markdown-tables.ts';

const page = readFileSync(path.join(import.meta.dirname, 'golden-month.md'), 'utf8');
const tables = tablesOf(page);
const tableWith = (column: string) =>
  tables.find(([row]) => row !== undefined && column in row) ?? [];
const stays = tables[0] ?? [];

const LONDON = 'Europe/London';
const db = goldenDatabase();
playGoldenStays(
  db,
  stays,
  tableWith('Tasks').filter(({ EDD }) => EDD !== undefined),
  tableWith('Came to'),
);
const reader = reportReader(db);
const plainDb = goldenDatabase();
playGoldenStays(plainDb, stays);
const plainReader = reportReader(plainDb);

function reportOf(from: typeof reader, report: ReportName, params: string, today: string) {
  const question = readQuestion(report, new URLSearchParams(params), today);
  const asked = { now: NOW, today, timeZone: LONDON };
  const answer = workOutReport(from, question, asked, () => {});
  return new Map(answer.tables.map((table) => [table.id, table]));
}

const why = reportOf(reader, 'why', 'month=2026-10', TODAY);

/** `6/30` is a fraction, a dash nothing, a word a word. */
function valueOf(text = ''): Cell {
  const [part = '', whole] = text.split('/');
  if (text === '–') return null;
  if (Number.isNaN(Number(part))) return text;
  return whole === undefined ? Number(part) : Number(part) / Number(whole);
}

function expectCells(actual: readonly Cell[], expected: readonly Cell[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((cell, at) => {
    const wanted = expected[at];
    if (typeof wanted === 'number') expect(cell).toBeCloseTo(wanted, 9);
    else expect(cell).toBe(wanted);
  });
}

const rowsOf = (from: Map<string, ReportTable>, id: string) => from.get(id)?.rows ?? [];

function figureOf(key: string): Cell {
  const [column, row = 'all'] = key.split(' by ');
  for (const table of why.values()) {
    const at = table.columns.findIndex((each) => each.key === column);
    const found = table.rows.find(({ id }) => id === row);
    const isMeant = table.id !== 'task_types' && table.id !== 'edd_specialties';
    if (at >= 0 && found !== undefined && isMeant) return found.cells[at] ?? null;
  }
  throw new Error(`There is no figure ${key}`);
}

describe('why people waited in October 2026, as worked by hand', () => {
  it('is told of stays that the rules of the hub accept', () => {
    expect(checkTables(db)).toEqual([]);
  });

  it('has the days of delay of each reason, in the order of the page', () => {
    const wanted = tableWith('With those above');
    const rows = rowsOf(why, 'reasons');
    expect(rows.map(({ id }) => id)).toEqual(wanted.map(({ Reason }) => Reason));
    rows.forEach(({ cells }, at) => {
      const columns = ['Days', 'Of all', 'With those above', 'People'];
      expectCells(cells.slice(1), columns.map((name) => valueOf(wanted[at]?.[name]))); // prettier-ignore
    });
  });

  it.each(tableWith('Times'))('has the times of tasks: $Times', (row) => {
    const found = [...rowsOf(why, 'task_states'), ...rowsOf(why, 'task_teams')].find(
      ({ id }) => id === row.Times,
    );
    const columns = ['Tasks', 'Median', '90th percentile'];
    expectCells(found?.cells.slice(0, 3) ?? [], columns.map((name) => valueOf(row[name]))); // prettier-ignore
  });

  it.each(tableWith('What'))('has the figure $What', ({ What = '', Figure }) => {
    expect(figureOf(What)).toBeCloseTo(Number(valueOf(Figure)), 9);
  });

  it('has no other hour, and both second hours of the longest day on a Sunday', () => {
    const [all, ...days] = rowsOf(why, 'hours');
    expect(all?.cells.slice(1).filter((cell) => cell !== 0)).toHaveLength(5);
    expect(days.find(({ name }) => name === 'Sunday')?.cells[2]).toBe(2);
  });

  it('has the board rounds of each ward, and no others', () => {
    const wanted = tableWith('Rounds');
    const found = rowsOf(why, 'round_wards');
    expect(found.map(({ id }) => id).sort()).toEqual(wanted.map(({ Rounds }) => Rounds).sort());
    for (const { Rounds, ...row } of wanted) {
      expectCells(found.find(({ id }) => id === Rounds)?.cells ?? [], Object.values(row).map(valueOf)); // prettier-ignore
    }
  });

  it('says how many rounds were held, and tells of none before the first', () => {
    const [wards] = [...why.values()].filter(({ id }) => id === 'round_wards');
    expect(wards && roundsInWords(wards)).toBe(
      'Wards held 4 of 16 morning rounds (25.0%) and 2 of 15 afternoon rounds (13.3%). Where one was recorded, 53.3% of the patients there were seen.',
    );
    const september = reportOf(reader, 'why', 'month=2026-09', TODAY);
    expect(rowsOf(september, 'round_wards').map(({ id }) => id)).toEqual(['all']);
  });

  it('leaves out a ward of a community trust only by the national measure', () => {
    const everybody = reportOf(reader, 'why', 'month=2026-10&population=everybody', TODAY);
    const poplar = rowsOf(everybody, 'round_wards').find(({ id }) => id === 'eve-1');
    // Stay 30 left at 13:00 on the 30th: due on the five days before, seen on the 26th.
    expect(poplar?.cells.slice(0, 8)).toEqual([5, 1, 1 / 5, 5, 0, 0, 1, 1]);
  });

  it('has the rounds held of each ward and day, and those of the days add up', () => {
    const wanted = tableWith('Rounds of days');
    expect(rowsOf(why, 'round_ward_days')).toHaveLength(wanted.length);
    for (const row of wanted) {
      const found = rowsOf(why, 'round_ward_days').find(({ id }) => id === row['Rounds of days']);
      const days = (row['From the 25th'] ?? '').split(', ');
      expectCells(found?.cells ?? [], [row.Held, ...days].map(valueOf));
    }
    const [all, ...days] = rowsOf(why, 'round_days');
    expect(days.map(({ id }) => id)).toEqual([25, 26, 27, 28, 29, 30, 31].map((day) => `2026-10-${day}`)); // prettier-ignore
    expect(all?.cells).toEqual(rowsOf(why, 'round_wards')[0]?.cells);
  });

  it('tells of stay 5 whom it waited for, day by day', () => {
    const spellId = idOf(5);
    const stay = reader.stayFacts(spellId);
    if (stay === null) throw new Error('There is no stay 5');
    const [course] = reader.coursesOf([spellId]);
    const story = { stay, events: course?.events ?? [] };
    const days = waitDays(story, TODAY, dayContext(reader, LONDON));
    expect(days.map(({ day, waitedFor }) => [day, waitedFor?.owner ?? null])).toEqual([
      ['2026-10-08', null],
      ['2026-10-09', 'hub'],
      ['2026-10-10', 'hub'],
    ]);
  });
});

describe('equity by council, as worked by hand', () => {
  const PARAMS = 'quarter=2026-10&across=place&pathway=none';
  const JANUARY = '2027-01-05';
  const equity = reportOf(plainReader, 'equity', PARAMS, JANUARY);

  it('shows what may be shown, and withholds what the page withholds', () => {
    const wanted = tables.at(-1) ?? [];
    expect(wanted).toHaveLength(5);
    for (const row of wanted) {
      const found = rowsOf(equity, 'measures').find(({ id }) => id === row.Council);
      const columns = [
        'All',
        'Delayed',
        'Share',
        'Bed days',
        'Mean, all',
        'Mean, delayed',
        'Nights',
      ];
      expectCells(found?.cells ?? [], columns.map((name) => valueOf(row[name]))); // prettier-ignore
    }
  });

  it('shows of the bands 0 or 5 and more, as they are on the page', () => {
    const bands = tableWith('Bands');
    for (const { id, cells } of rowsOf(equity, 'bands_discharged')) {
      const wanted = (bands.find(({ Council }) => Council === id)?.Bands ?? '').split(', ');
      expect(cells).toHaveLength(wanted.length);
      cells.forEach((cell, at) => {
        const count = Number(wanted[at]);
        if (cell !== 'withheld') expect(cell).toBe(count);
        expect(cell === 'withheld' || count === 0 || count >= 5).toBe(true);
      });
    }
    const leicester = rowsOf(equity, 'bands_discharged').find(({ id }) => id === 'leicester');
    expect(leicester?.cells[1]).toBe(6);
  });

  it.each(['csv', 'xlsx'] as const)('is withheld in the %s file too', async (format) => {
    const question = readQuestion('equity', new URLSearchParams(PARAMS), JANUARY);
    const request = { kind: 'file' as const, now: NOW, today: JANUARY, timeZone: LONDON, question };
    const result = await answerRequest(
      inlineSources(plainDb),
      { ...request, format, tableId: 'measures' },
      () => {},
    );
    if (result.kind !== 'file') throw new Error('There is no file');
    expect(result.file.name).toBe(
      `discharge-hub-equity-2026-10-place-none${format === 'csv' ? '-measures' : ''}.${format}`,
    );
    if (format === 'csv') {
      const rutland = Buffer.from(result.file.body)
        .toString()
        .split('\n')
        .find((line) => line.startsWith('Rutland'));
      expect(rutland).toBe(`Rutland${',withheld'.repeat(7)}`);
    }
  });

  it('is not to be had of a quarter that is not over', () => {
    expect(readQuestion('equity', new URLSearchParams(PARAMS), '2026-12-31')).toMatchObject({
      quarter: '2026-07',
    });
    expect(readQuestion('equity', new URLSearchParams('quarter=2026-08'), JANUARY)).toMatchObject({
      quarter: '2026-10',
    });
  });
});
