import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTables } from '../../../db/check-tables.ts';
import { reportReader } from '../../../db/report-reader.ts';
import { GROUPINGS } from '../../../domain/reports/grouping.ts';
import type { Population } from '../../../domain/reports/population.ts';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import type { Cell, ReportTable } from '../../../domain/reports/report-table.ts';
import { daysOfDelay, isFinished } from '../../../domain/reports/stay-facts.ts';
import { dayStandings } from '../../../server/reports/day-standings.ts';
import { workOutReport } from '../../../server/reports/work-out-report.ts';
import { dayFigure } from '../../../domain/reports/situation.ts';
import { NOW, TODAY } from '../../factories/clock.ts';
import { idOf } from '../../factories/ids.ts';
import { goldenDatabase, playGoldenStays } from './golden-stays.ts';
import { tablesOf } from './markdown-tables.ts';

const page = readFileSync(path.join(import.meta.dirname, 'golden-month.md'), 'utf8');
const [stays = [], nationalBands = [], allBands = [], nationalGroups = [], allGroups = [], days = []] =
  tablesOf(page); // prettier-ignore

const ASKED = { now: NOW, today: TODAY, timeZone: 'Europe/London' };

const db = goldenDatabase();
playGoldenStays(db, stays);
const reader = reportReader(db);

function monthTable(id: string, population: Population, by: string): ReportTable {
  const params = new URLSearchParams({ month: '2026-10', population, by });
  const answer = workOutReport(reader, readQuestion('discharges', params, TODAY), ASKED, () => {});
  const table = answer.tables.find((each) => each.id === id);
  if (table === undefined) throw new Error(`There is no table ${id}`);
  return table;
}

/** `6/30` is a fraction, a dash nothing. */
function valueOf(text = ''): Cell {
  const [part = '', whole] = text.split('/');
  if (text === '–') return null;
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

describe('October 2026, as worked by hand', () => {
  it('has forty stays, which the rules of the hub accept', () => {
    expect(stays).toHaveLength(40);
    expect(checkTables(db)).toEqual([]);
  });

  it.each(stays.filter(({ Days }) => Days !== '–'))(
    'stay $No, $"What is particular": $Days days',
    ({ No, Days }) => {
      const october = reader.discharged({ from: '2026-10-01', to: '2026-10-31' });
      const stay = october.filter(isFinished).find(({ spellId }) => spellId === idOf(Number(No)));
      expect(stay && daysOfDelay(stay)).toBe(Number(Days));
    },
  );

  it('counts those whom the page counts, in the month and in the national measure', () => {
    const countOf = (population: Population) =>
      monthTable('measures', population, 'provider').rows[0]?.cells[0];
    expect(countOf('national')).toBe(stays.filter(({ Counted }) => Counted === 'yes').length);
    expect(countOf('everybody')).toBe(stays.filter(({ Days }) => Days !== '–').length);
  });

  it.each([
    ['national', nationalBands],
    ['everybody', allBands],
  ] as const)('has the bands of the page: %s', (population, expected) => {
    const { rows } = monthTable('bands', population, 'provider');
    expect(rows.map(({ name }) => name)).toEqual(expected.map((row) => Object.values(row)[0]));
    rows.forEach(({ cells }, at) => {
      const row = expected[at];
      const columns = ['Patients discharged', 'Of all', 'Of those delayed', 'Bed days lost'];
      expectCells(cells, columns.map((name) => valueOf(row?.[name]))); // prettier-ignore
    });
  });

  it.each([
    ['national', nationalGroups],
    ['everybody', allGroups],
  ] as const)('has the groups of the page, and no others: %s', (population, expected) => {
    for (const by of GROUPINGS.filter((each) => expected.some(({ By }) => By === each))) {
      const { rows } = monthTable('measures', population, by);
      const wanted = expected.filter(({ By }) => By === by);
      const groups = rows.filter(({ id }) => id !== 'all' || by === 'provider');
      expect(new Set(groups.map(({ id }) => id))).toEqual(
        new Set(wanted.map((row) => Object.values(row)[0])),
      );
      for (const row of wanted) {
        const columns = ['Patients discharged', 'Delayed', 'On ready date', 'Bed days lost', 'Mean, all', 'Mean, delayed']; // prettier-ignore
        const found = groups.find(({ id }) => id === Object.values(row)[0]);
        expectCells(found?.cells ?? [], columns.map((name) => valueOf(row[name]))); // prettier-ignore
      }
    }
  });

  it.each(days)('has the days of the page: $Everybody', (row) => {
    const { standings } = dayStandings(reader, {
      ...ASKED,
      day: row.Everybody ?? '',
      population: 'everybody',
      places: reader.places(),
    });
    const figures = {
      Remaining: 'remaining',
      Discharged: 'discharged',
      'By 17:00': 'discharged_by_17',
      'After 17:00': 'discharged_after_17',
      'No criteria': 'no_criteria',
      'Additional bed days, 21 days or more': 'bed_days_21',
    } as const;
    const found = Object.entries(figures).map(([name, figure]) => [name, dayFigure(standings, figure)]); // prettier-ignore
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.keys(figures).map((name) => [name, Number(row[name])])),
    );
  });
});
