import type { FigureChange, ReturnComparison } from '../../domain/reports/return-content.ts';
import { figuresOf } from '../../domain/reports/return-content.ts';
import type { ReturnContent } from '../../domain/reports/return-versions.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { beforeInWords, differenceInWords } from './return-words.ts';

type ReturnFiguresProps = {
  rows: ReturnContent['rows'];
  comparison: (ReturnComparison & { version: number | null }) | null;
  asOf: string;
};

/** The figures of a return as they are recorded now, beside those that were signed or recorded before. */
export function ReturnFigures({ rows, comparison, asOf }: ReturnFiguresProps) {
  const figures = comparison?.figures ?? figuresOf(rows);
  const shown = figures.filter(({ signed, now }) => (signed ?? 0) !== 0 || (now ?? 0) !== 0);
  const empty = figures.length - shown.length;
  return (
    <section aria-labelledby="figures">
      <h2 className="nhsuk-heading-m" id="figures">
        Figures
      </h2>
      <p className="hub-quiet">
        National measure, as of {asOf}.{' '}
        {empty > 0 && `${empty} of the figures are 0 and not shown here; the file has them.`}
      </p>
      <ScrollRegion className="hub-table__scroll" label="Figures of the return">
        <table className="hub-table">
          <caption className="nhsuk-u-visually-hidden">Figures of the return</caption>
          <thead>
            <tr>
              <th scope="col">Metric</th>
              <th scope="col">Trust</th>
              {comparison !== null && (
                <th scope="col" className="hub-table__number">
                  {beforeInWords(comparison.version)}
                </th>
              )}
              <th scope="col" className="hub-table__number">
                As recorded now
              </th>
              {comparison !== null && (
                <th scope="col" className="hub-table__number">
                  Difference
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((figure) => (
              <FigureRow
                key={`${figure.provider} ${figure.type} ${figure.metric}`}
                figure={figure}
                isCompared={comparison !== null}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {shown.length === 0 && <p className="hub-quiet">All figures are 0.</p>}
    </section>
  );
}

function FigureRow({ figure, isCompared }: { figure: FigureChange; isCompared: boolean }) {
  const { provider, metric, type, signed, now } = figure;
  const days = /\d+ days or over$/.exec(type)?.[0];
  return (
    <tr className={isCompared && signed !== now ? 'hub-return-changed' : undefined}>
      <th scope="row">
        {metric}
        {days !== undefined && `, length of stay ${days}`}
      </th>
      <td>{provider}</td>
      {isCompared && <td className="hub-table__number">{signed ?? '–'}</td>}
      <td className="hub-table__number">{now ?? '–'}</td>
      {isCompared && <td className="hub-table__number">{differenceInWords(signed, now)}</td>}
    </tr>
  );
}
