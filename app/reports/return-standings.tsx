import { Link } from '@remix-run/react';
import type { ReturnPart, ReturnVersion } from '../../domain/reports/return-versions.ts';
import { RETURN_PARTS, RETURN_PART_NAMES } from '../../domain/reports/return-versions.ts';
import { RETURNS_PATH, returnPath } from './return-links.ts';

type ReturnStandingsProps = {
  day: string;
  today: string;
  returns: Record<ReturnPart, Pick<ReturnVersion, 'standing' | 'version' | 'by'> | null>;
};

/** Whether the returns of a day are signed, and the way to sign them. */
export function ReturnStandings({ day, today, returns }: ReturnStandingsProps) {
  if (day >= today) return null;
  return (
    <ul className="hub-lines hub-return-standings" aria-label="Returns of the day">
      {RETURN_PARTS.map((part) => {
        const last = returns[part];
        const isSigned = last?.standing === 'signed';
        return (
          <li key={part}>
            <strong>{RETURN_PART_NAMES[part]}</strong>:{' '}
            {isSigned ? `signed by ${last.by.name} (version ${last.version}).` : 'not signed.'}{' '}
            <Link to={returnPath({ part, day })}>
              {isSigned ? 'What was signed, and what differs now' : 'Check and sign'}
              <span className="nhsuk-u-visually-hidden">: {RETURN_PART_NAMES[part]}</span>
            </Link>
          </li>
        );
      })}
      <li>
        <Link to={RETURNS_PATH}>All signed returns</Link>
      </li>
    </ul>
  );
}
