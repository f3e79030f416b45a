import { nationalPlacesTable } from '../../domain/reports/national-tables.ts';
import type { NationalComparison } from '../../domain/reports/national-file.ts';
import { cellInWords } from '../../domain/reports/report-table.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';

type NationalPlacesProps = { comparison: readonly NationalComparison[] };

/** Our trusts, our board, its region and England at one look, each as the national file has it. */
export function NationalPlaces({ comparison }: NationalPlacesProps) {
  const { title, rowsAre, columns, rows } = nationalPlacesTable(comparison);
  return (
    <section className="hub-report__table" aria-labelledby="national-places">
      <h2 className="nhsuk-heading-m" id="national-places">
        {title}
      </h2>
      <ScrollRegion className="hub-table__scroll" label={title}>
        <table className="hub-table">
          <caption className="nhsuk-u-visually-hidden">{title}</caption>
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
            {rows.map(({ id, name, cells }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {columns.map(({ key, kind }, at) => (
                  <td key={key} className="hub-table__number">
                    {cellInWords(cells[at] ?? null, kind)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
