/**
 * How a cell is to be written: in words, as a whole number, with one decimal, as a percentage, or
 * as a difference of shares (in percentage points) or of decimals, with its sign.
 */
export type CellKind = 'text' | 'count' | 'decimal' | 'share' | 'day' | 'points' | 'change';

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

/** A cell in words: `1,234`, `2.4`, `86.1%`, `−6.1 points`, `+0.4`; a dash for nothing. */
export function cellInWords(cell: Cell, kind: CellKind): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'share':
      return `${(cell * 100).toFixed(1)}%`;
    case 'decimal':
      return withCommas(cell.toFixed(1));
    case 'points':
      return differenceInWords(cell, 'share');
    case 'change':
      return differenceInWords(cell, 'decimal');
    case 'count':
    case 'text':
    case 'day':
      return withCommas(String(cell));
    default:
      return kind satisfies never;
  }
}

/** A difference of two cells of a kind, with its sign; of shares in percentage points. */
export function differenceInWords(difference: number, kind: CellKind): string {
  const size = cellInWords(Math.abs(difference), kind);
  const isNone = !/[1-9]/.test(size);
  const sign = isNone ? '' : difference > 0 ? '+' : '−';
  return `${sign}${kind === 'share' ? `${size.replace('%', '')} points` : size}`;
}

/** `12345.6` as `12,345.6`. */
function withCommas(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
