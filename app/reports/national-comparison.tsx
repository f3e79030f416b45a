import type { NationalComparison } from '../../domain/reports/national-file.ts';
import { nationalInWords } from '../../domain/reports/national-words.ts';
import { formatMonth } from '../../domain/reports/months.ts';
import { cellInWords, differenceInWords } from '../../domain/reports/report-table.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { PairedBars } from './paired-bars.tsx';

type NationalComparisonProps = { comparison: NationalComparison; month: string };

/** One organisation: every measure as published, as ours, and the difference. */
export function NationalComparisonOf({ comparison, month }: NationalComparisonProps) {
  const { code, name, measures } = comparison;
  const title = `${name} (${code}), ${formatMonth(month)}`;
  const bands = measures
    .filter(({ key }) => key.startsWith('share_') && key !== 'share_none')
    .map(({ name: band, national, ours }) => ({
      name: band.replace(/^[^,]*, /, ''),
      first: typeof national === 'number' ? national : null,
      second: ours,
    }));
  const words = nationalInWords(comparison);
  return (
    <section aria-label={title}>
      <h2 className="nhsuk-heading-m">{title}</h2>
      <p className="hub-report__lead">{words}</p>
      <PairedBars
        title="Share of discharges by days of delay."
        summary={words}
        names={['National file', 'Ours']}
        rows={bands}
      />
      <ScrollRegion className="hub-table__scroll" label={`Measures: ${title}`}>
        <table className="hub-table">
          <caption className="nhsuk-u-visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              {['National file', 'Ours', 'Difference'].map((column) => (
                <th scope="col" key={column} className="hub-table__number">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measures.map(({ key, name: measure, kind, national, ours, difference }) => (
              <tr key={key}>
                <th scope="row">{measure}</th>
                <td className="hub-table__number">
                  {national === 'suppressed' ? 'withheld there' : cellInWords(national, kind)}
                </td>
                <td className="hub-table__number">{cellInWords(ours, kind)}</td>
                <td className="hub-table__number">
                  {difference === null ? '–' : differenceInWords(difference, kind)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
