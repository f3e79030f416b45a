import { Link } from '@remix-run/react';
import type { Ward } from '../../domain/spell/state.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import type { WardCounts } from './ward-counts.ts';
import './ward-list.scss';

/** `round`: how far the ward's board round has come, in words. */
export type CountedWard = { ward: Ward; counts: WardCounts; round: string };

type WardsTableProps = { site: string; wards: readonly CountedWard[] };

const COLUMNS: readonly { key: keyof WardCounts; title: string }[] = [
  { key: 'patients', title: 'Patients' },
  { key: 'noEdd', title: 'No EDD' },
  { key: 'eddPassed', title: 'EDD passed' },
  { key: 'readyWaiting', title: 'Ready and waiting' },
  { key: 'leavingToday', title: 'Leaving today' },
];

/** The wards of one hospital site, with what each has to look at today. */
export function WardsTable({ site, wards }: WardsTableProps) {
  return (
    <ScrollRegion className="hub-table__scroll hub-ward__site" label={site}>
      <table className="hub-table">
        <caption className="nhsuk-table__caption">{site}</caption>
        <thead>
          <tr>
            <th scope="col">Ward</th>
            {COLUMNS.map(({ key, title }) => (
              <th scope="col" className="hub-table__number" key={key}>
                {title}
              </th>
            ))}
            <th scope="col">Board round</th>
          </tr>
        </thead>
        <tbody>
          {wards.map(({ ward, counts, round }) => (
            <tr key={ward.id}>
              <th scope="row">
                <Link to={`/wards/${encodeURIComponent(ward.id)}`} discover="none">
                  {ward.name}
                </Link>
              </th>
              {COLUMNS.map(({ key }) => (
                <td className="hub-table__number" key={key}>
                  {counts[key] > 0 && key !== 'patients' ? (
                    <strong>{counts[key]}</strong>
                  ) : (
                    counts[key]
                  )}
                </td>
              ))}
              <td>
                <Link to={`/wards/${encodeURIComponent(ward.id)}/round`} discover="none">
                  {round}
                  <span className="nhsuk-u-visually-hidden"> in the round of {ward.name}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
