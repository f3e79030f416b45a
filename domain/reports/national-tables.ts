import type { NationalComparison, NationalValue } from './national-file.ts';
import { NATIONAL_MEASURES } from './national-measures.ts';
import type { Cell, ReportTable } from './report-table.ts';

const WITHHELD_THERE = 'withheld there';

/** What stands of the file beside ours at one look; the rest is organisation by organisation. */
const MAIN_MEASURES = ['discharged', 'on_ready_date', 'bed_days', 'mean_all', 'mean_delayed'];

/** Our trusts, our board, its region and England, each by the national file. */
export function nationalPlacesTable(comparison: readonly NationalComparison[]): ReportTable {
  const columns = NATIONAL_MEASURES.filter(({ key }) => MAIN_MEASURES.includes(key));
  return {
    id: 'places',
    title: 'By the national file',
    rowsAre: 'Organisation or area',
    columns: columns.map(({ key, name, kind }) => ({ key, name, kind })),
    rows: comparison.map(({ code, name, measures }) => ({
      id: code,
      name: code === name.toUpperCase() ? name : `${name} (${code})`,
      cells: columns.map(({ key }) =>
        published(measures.find((measure) => measure.key === key)?.national ?? null),
      ),
    })),
  };
}

/**
 * All of it as one table to take away: of each organisation the national file, ours and the
 * difference; of England and the region, which we have no figures of, the file alone.
 */
export function nationalTable(comparison: readonly NationalComparison[]): ReportTable {
  return {
    id: 'national',
    title: 'Beside the national figures',
    rowsAre: 'Organisation or area',
    columns: [
      { key: 'source', name: 'Figures', kind: 'text' },
      ...NATIONAL_MEASURES.map(({ key, name, kind }) => ({ key, name, kind })),
    ],
    rows: comparison.flatMap(({ code, name, measures }) => {
      const row = (source: string, cells: Cell[]) => {
        return { id: `${code} ${source}`, name: `${name} (${code})`, cells: [source, ...cells] };
      };
      const file = row(
        'National file',
        measures.map(({ national }) => published(national)),
      );
      if (measures.every(({ ours }) => ours === null)) return [file];
      return [
        file,
        row(
          'Ours',
          measures.map(({ ours }) => ours),
        ),
        row(
          'Difference',
          measures.map(({ difference }) => difference),
        ),
      ];
    }),
  };
}

function published(value: NationalValue): Cell {
  return value === 'suppressed' ? WITHHELD_THERE : value;
}
