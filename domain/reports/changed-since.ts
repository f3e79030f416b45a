import type { ReportName } from './report-question.ts';
import type { Cell, ReportTable, TableColumn, TableRow } from './report-table.ts';

/**
 * Which reports tell how their figures of the past differ from those of today. Now is about another
 * moment by today. Equity tells nothing, and no other columns of a trend than its values: from two
 * figures with little between them one could be told of (handbook 7), and limits follow from values.
 */
const COMPARED: Record<ReportName, ((column: TableColumn) => boolean) | null> = {
  now: null,
  equity: null,
  trends: ({ key }) => key === 'value',
  discharges: isFigure,
  situation: isFigure,
  why: isFigure,
};

function isFigure({ kind }: TableColumn): boolean {
  return kind !== 'text' && kind !== 'day';
}

export function tellsChanges(report: ReportName): boolean {
  return COMPARED[report] !== null;
}

/**
 * Tables of the past, with what is recorded now beside every figure that is another one by now:
 * somebody's discharge, say, that was entered a day late. A group that was not there then is added
 * at the end of its table, with nothing as its figure of then.
 */
export function changedSince(
  report: ReportName,
  then: readonly ReportTable[],
  now: readonly ReportTable[],
): ReportTable[] {
  const isCompared = COMPARED[report];
  return then.map((table) => {
    const current = now.find(({ id }) => id === table.id);
    if (isCompared === null || current === undefined) return table;
    return tableWith(table, current, isCompared);
  });
}

function tableWith(
  table: ReportTable,
  current: ReportTable,
  isCompared: (column: TableColumn) => boolean,
): ReportTable {
  const compared = table.columns.flatMap((column, at) => {
    const nowAt = current.columns.findIndex(({ key }) => key === column.key);
    return isCompared(column) && nowAt >= 0 ? [{ key: column.key, at, nowAt }] : [];
  });
  const rowOfNow = new Map(current.rows.map((row) => [row.id, row]));
  const known = new Set(table.rows.map(({ id }) => id));
  const withNow = (row: TableRow, counterpart: TableRow | undefined): TableRow => {
    if (counterpart === undefined) return row;
    const differing = compared.flatMap(({ key, at, nowAt }): [string, Cell][] => {
      const [before, after] = [row.cells[at] ?? null, counterpart.cells[nowAt] ?? null];
      return before === after ? [] : [[key, after]];
    });
    return differing.length === 0 ? row : { ...row, now: Object.fromEntries(differing) };
  };
  const added = current.rows
    .filter(({ id }) => !known.has(id))
    .map((row) => withNow({ ...row, cells: table.columns.map(() => null) }, row))
    .filter(({ now }) => now !== undefined);
  return {
    ...table,
    rows: [...table.rows.map((row) => withNow(row, rowOfNow.get(row.id))), ...added],
  };
}

/** How many figures of tables are others now. */
export function countChanged(tables: readonly ReportTable[]): number {
  return tables
    .flatMap(({ rows }) => rows)
    .reduce((count, { now }) => count + Object.keys(now ?? {}).length, 0);
}

/** For files: what is recorded now as columns of its own, beside each column that has any. */
export function withNowColumns(table: ReportTable): ReportTable {
  const changed = new Set(table.rows.flatMap(({ now }) => Object.keys(now ?? {})));
  if (changed.size === 0) return table;
  const columns = table.columns.flatMap((column) =>
    changed.has(column.key)
      ? [column, { ...column, key: `${column.key}_now`, name: `${column.name}, as recorded now` }]
      : [column],
  );
  const rows = table.rows.map(({ now, ...row }) => ({
    ...row,
    cells: table.columns.flatMap(({ key }, at): Cell[] => {
      const cell = row.cells[at] ?? null;
      if (!changed.has(key)) return [cell];
      const isOther = now !== undefined && key in now;
      return [cell, isOther ? (now[key] ?? null) : cell];
    }),
  }));
  return { ...table, columns, rows };
}
