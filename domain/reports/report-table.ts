/** How a cell is to be written: in words, as a whole number, with one decimal, or as a percentage. */
export type CellKind = 'text' | 'count' | 'decimal' | 'share' | 'day';

export type TableColumn = {
  key: string;
  name: string;
  kind: CellKind;
  /** The figure whose people a cell of the column opens, if it opens. */
  figure?: string;
};

/** In the place of a figure that says too much about few people (handbook 7). */
export const WITHHELD = 'withheld';

/** Null: nothing to show, as in a mean of nobody. Shares are 0 to 1, days `YYYY-MM-DD`. */
export type Cell = string | number | null;

export type TableRow = {
  /** The group that the row is about. */
  id: string;
  name: string;
  cells: Cell[];
  /** In a report of the past: what is recorded now, by column, where that is something else. */
  now?: Record<string, Cell>;
};

/**
 * One table of a report, in the one shape that the screen shows and that files are made of. The
 * first column, of the rows' names, is `rowsAre`.
 */
export type ReportTable = {
  id: string;
  title: string;
  rowsAre: string;
  columns: TableColumn[];
  rows: TableRow[];
};

/** A cell in words: `1,234`, `2.4`, `86.1%`; a dash for nothing. */
export function cellInWords(cell: Cell, kind: CellKind): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'share':
      return `${(cell * 100).toFixed(1)}%`;
    case 'decimal':
      return withCommas(cell.toFixed(1));
    case 'count':
    case 'text':
    case 'day':
      return withCommas(String(cell));
    default:
      return kind satisfies never;
  }
}

/** `12345.6` as `12,345.6`. */
function withCommas(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
