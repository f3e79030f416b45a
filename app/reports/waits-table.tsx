import type { ReportTable } from '../../domain/reports/report-table.ts';
import { cellInWords } from '../../domain/reports/report-table.ts';
import { formatDay, isCalendarDay } from '../../domain/time.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';

/** One person's waits, first to last: about a person, so that it is not taken away as a file. */
export function WaitsTable({ table: { title, rowsAre, columns, rows } }: { table: ReportTable }) {
  return (
    <ScrollRegion className="hub-table__scroll" label={title}>
      <table className="hub-table">
        <caption className="nhsuk-table__caption">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{rowsAre}</th>
            {columns.map(({ key, name }) => (
              <th scope="col" key={key}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells }) => (
            <tr key={id}>
              <th scope="row" className="hub-report__whole">
                {formatDay(name)}
              </th>
              {columns.map(({ key, kind }, at) => {
                const cell = cells[at] ?? null;
                const isDay = typeof cell === 'string' && isCalendarDay(cell);
                return (
                  <td key={key} className={isDay ? 'hub-report__whole' : undefined}>
                    {isDay ? formatDay(cell) : cellInWords(cell, kind)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
