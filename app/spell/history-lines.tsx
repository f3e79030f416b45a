import type { ActorRole } from '../../domain/actor.ts';
import { ROLE_NAMES } from '../../domain/actor.ts';
import type { HistoryLine } from '../../domain/spell/spell-view.ts';
import { formatInstant } from '../../domain/time.ts';
import { TimeText } from '../components/time-text.tsx';

type HistoryLinesProps = { lines: readonly HistoryLine[]; timeZone: string };

/** What was done, when, and by whom, in the order given. */
export function HistoryLines({ lines, timeZone }: HistoryLinesProps) {
  return (
    <ol className="hub-history">
      {lines.map(({ seq, at, by, role, text }) => (
        <li className="hub-history__item" key={seq}>
          <span className="hub-history__what">{text}</span>
          <span className="hub-history__when">
            <TimeText dateTime={at}>{formatInstant(at, timeZone)}</TimeText>
          </span>{' '}
          <span className="hub-history__who">
            {by.name}
            {isRole(role) && ROLE_NAMES[role] !== by.name && ` (${ROLE_NAMES[role]})`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function isRole(role: string): role is ActorRole {
  return Object.hasOwn(ROLE_NAMES, role);
}
