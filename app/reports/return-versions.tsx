import type { ReturnVersionHead, ReturnWhich } from '../../domain/reports/return-versions.ts';
import { WarningCallout } from '../components/warning-callout.tsx';
import { returnFilePath } from './return-links.ts';
import { standingInWords } from './return-words.ts';

type ReturnVersionsProps = {
  which: ReturnWhich;
  /** With their instants in words. */
  versions: readonly ReturnVersionHead[];
  changed: readonly number[];
};

/** What happened to a return, version by version; nothing of it is ever changed. */
export function ReturnVersions({ which, versions, changed }: ReturnVersionsProps) {
  return (
    <section aria-labelledby="versions">
      <h2 className="nhsuk-heading-m" id="versions">
        Versions
      </h2>
      {changed.length > 0 && (
        <WarningCallout title="A version is not as it was written">
          <p>
            Version {changed.join(', ')} does not match its hash: somebody changed the database.
            Tell your administrator, and do not rely on it.
          </p>
        </WarningCallout>
      )}
      {versions.length === 0 && <p>Nobody has signed this return yet.</p>}
      <ol className="hub-lines hub-return-versions">
        {versions.map((one) => (
          <li key={one.id}>
            <p>
              <strong>
                Version {one.version}: {standingInWords(one.standing).toLowerCase()}
              </strong>{' '}
              by {one.by.name}, {one.organisation}, {one.at}.{' '}
              {one.note !== null && <>“{one.note}” </>}
              {one.standing === 'signed' && (
                <a href={returnFilePath({ ...which, version: one.version })} download>
                  National file (CSV)
                  <span className="nhsuk-u-visually-hidden"> of version {one.version}</span>
                </a>
              )}
            </p>
            <p className="hub-quiet hub-return-hash">Checksum of what was signed: {one.hash}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
