import { Link } from '@remix-run/react';
import type { ReturnComparison } from '../../domain/reports/return-content.ts';
import type { ReturnWhich } from '../../domain/reports/return-versions.ts';
import { displayName } from '../../domain/persons/display-name.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { returnNamesPath } from './return-links.ts';

type Person = { spellId: string; familyName: string; givenName: string };
type ReturnChangesProps = {
  which: ReturnWhich;
  comparison: ReturnComparison & { version: number | null };
  recorded: string | null;
  /** Null until somebody asks for the names. */
  people: readonly Person[] | null;
};

/** The stays that count otherwise now than when the return was signed, or than was recorded then. */
export function ReturnChanges({ which, comparison, recorded, people }: ReturnChangesProps) {
  const { stays, version } = comparison;
  if (stays.length === 0) {
    return (
      <p>
        Nobody counts otherwise since {version === null ? 'then' : `version ${version} was signed`}.
      </p>
    );
  }
  const title =
    version === null
      ? 'Recorded otherwise since'
      : `Recorded otherwise since version ${version} was signed`;
  const nameOf = (spellId: string) => people?.find((person) => person.spellId === spellId);
  return (
    <section aria-labelledby="changes">
      <h2 className="nhsuk-heading-m" id="changes">
        {title}
      </h2>
      {people === null ? (
        <p>
          {stays.length} {stays.length === 1 ? 'stay counts' : 'stays count'} otherwise.{' '}
          <Link to={returnNamesPath(which, recorded)}>Show who</Link>
        </p>
      ) : (
        <p className="hub-quiet">That you opened these names is recorded.</p>
      )}
      <ScrollRegion className="hub-table__scroll" label={title}>
        <table className="hub-table">
          <caption className="nhsuk-u-visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Stay</th>
              <th scope="col">{version === null ? 'As recorded then' : 'As signed'}</th>
              <th scope="col">As recorded now</th>
            </tr>
          </thead>
          <tbody>
            {stays.map(({ spellId, signed, now }, index) => {
              const person = nameOf(spellId);
              return (
                <tr key={spellId}>
                  <th scope="row">
                    {person === undefined ? (
                      `Stay ${index + 1}`
                    ) : (
                      <Link to={`/spells/${encodeURIComponent(spellId)}`} discover="none">
                        {displayName(person)}
                      </Link>
                    )}
                  </th>
                  <td>{signed}</td>
                  <td>{now}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
