import type { ReportQuestion } from '../../domain/reports/report-question.ts';
import type { ReportTable } from '../../domain/reports/report-table.ts';
import { cellInWords } from '../../domain/reports/report-table.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { filePath } from './report-links.ts';

type HeatTableProps = { table: ReportTable; question: ReportQuestion };

const STEPS = 5;

/** A table whose numbers are shaded, the more the darker; its first row and column are totals. */
export function HeatTable({ table, question }: HeatTableProps) {
  const { id, title, rowsAre, columns, rows } = table;
  const most = Math.max(1, ...rows.slice(1).flatMap(({ cells }) => cells.slice(1).map(Number)));
  return (
    <div className="hub-report__table">
      <ScrollRegion className="hub-table__scroll" label={title}>
        <table className="hub-table hub-heat">
          <caption className="nhsuk-table__caption">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{rowsAre}</th>
              {columns.map(({ key, name }) => (
                <th scope="col" key={key} className="hub-table__number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id: rowId, name, cells }, row) => (
              <tr key={rowId} className={row === 0 ? 'hub-report__total' : undefined}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td
                    key={columns[at]?.key}
                    className={`hub-table__number ${row === 0 || at === 0 ? '' : heatOf(Number(cell), most)}`}
                  >
                    {cellInWords(cell, 'count')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="hub-report__take">
        <a href={filePath(question, 'csv', id)} download>
          CSV<span className="nhsuk-u-visually-hidden"> of {title}</span>
        </a>
      </p>
    </div>
  );
}

/** None is not shaded. */
function heatOf(value: number, most: number): string {
  return value === 0 ? '' : `hub-heat--${Math.min(STEPS, Math.ceil((value / most) * STEPS))}`;
}
