import { Link } from '@remix-run/react';
import type { ReportQuestion } from '../../domain/reports/report-question.ts';
import type {
  Cell,
  ReportTable as Table,
  TableColumn,
  TableRow,
} from '../../domain/reports/report-table.ts';
import { WITHHELD, cellInWords } from '../../domain/reports/report-table.ts';
import { formatDay, isCalendarDay } from '../../domain/time.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { filePath, peoplePath } from './report-links.ts';

/** With more, a table is laid out closer, so that a screen of 1,280 pixels has it whole. */
const MANY_COLUMNS = 8;

type ReportTableProps = {
  table: Table;
  question: ReportQuestion;
  /** Where a row leads, if it is about one stay. */
  rowPath?: (row: TableRow) => string;
};

/** A table of a report: its figures open into the people behind them, and it can be taken away. */
export function ReportTable({ table, question, rowPath }: ReportTableProps) {
  const { id, title, rowsAre, columns, rows } = table;
  return (
    <div className="hub-report__table">
      <ScrollRegion className="hub-table__scroll" label={title}>
        <table
          className={columns.length > MANY_COLUMNS ? 'hub-table hub-report__wide' : 'hub-table'}
        >
          <caption className="nhsuk-table__caption">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{rowsAre}</th>
              {columns.map(({ key, name, kind }) => (
                <th scope="col" key={key} className={isNumber(kind) ? NUMBER : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={row.id === 'all' ? 'hub-report__total' : undefined}>
                <th scope="row">
                  {rowPath ? (
                    <Link to={rowPath(row)} discover="none">
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  )}
                </th>
                {columns.map((column, at) => (
                  <FigureCell
                    key={column.key}
                    {...{ column, row, question }}
                    cell={row.cells[at] ?? null}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rows.length === 0 && <p className="hub-quiet">Nobody, in this selection.</p>}
      <p className="hub-report__take">
        <a href={filePath(question, 'csv', id)} download>
          CSV<span className="nhsuk-u-visually-hidden"> of {title}</span>
        </a>
      </p>
    </div>
  );
}

const NUMBER = 'hub-table__number';

function isNumber(kind: TableColumn['kind']): boolean {
  return kind !== 'text' && kind !== 'day';
}

function classOf(kind: TableColumn['kind'], cell: Cell): string | undefined {
  if (kind === 'day') return 'hub-report__day';
  if (!isNumber(kind)) return undefined;
  return cell === WITHHELD ? `${NUMBER} hub-report__withheld` : NUMBER;
}

type FigureCellProps = { column: TableColumn; row: TableRow; cell: Cell; question: ReportQuestion };

function FigureCell({ column, row, cell, question }: FigureCellProps) {
  const { kind, figure, name } = column;
  const words =
    kind === 'day' && typeof cell === 'string' && isCalendarDay(cell)
      ? formatDay(cell)
      : cellInWords(cell, kind);
  const opens = figure !== undefined && typeof cell === 'number' && cell > 0;
  const now = row.now?.[column.key];
  return (
    <td className={classOf(kind, cell)}>
      {opens ? (
        <Link to={peoplePath(question, figure, row.id)} discover="none" prefetch="none">
          {words}
          <span className="nhsuk-u-visually-hidden">
            {' '}
            ({name}, {row.name}: show who)
          </span>
        </Link>
      ) : (
        words
      )}
      {now !== undefined && <span className="hub-report__now"> {cellInWords(now, kind)} now</span>}
    </td>
  );
}
