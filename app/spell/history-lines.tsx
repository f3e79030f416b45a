import type { ActorRole } from '../../domain/actor.ts';
import { ROLE_NAMES } from '../../domain/actor.ts';
import type { HistoryLine } from '../../domain/spell/spell-view.ts';
import type { Instant } from '../../domain/time.ts';
import { formatInstant } from '../../domain/time.ts';
import { TimeText } from '../components/time-text.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';

type HistoryLinesProps = {
  lines: readonly HistoryLine[];
  timeZone: string;
  /** Where a line leads: to the plan as it was once it had been recorded; null for nowhere. */
  pastPath?: ((recordedAt: Instant) => string) | null;
};

/** What was done, when, and by whom, in the order given. */
export function HistoryLines({ lines, timeZone, pastPath = null }: HistoryLinesProps) {
  return (
    <ol className="hub-history">
      {lines.map(({ seq, at, recordedAt, by, role, text }) => (
        <li className="hub-history__item" key={seq}>
          <span className="hub-history__what">{text}</span>
          <span className="hub-history__when">
            <TimeText dateTime={at}>{formatInstant(at, timeZone)}</TimeText>
          </span>{' '}
          <span className="hub-history__who">
            {by.name}
            {isRole(role) && ROLE_NAMES[role] !== by.name && ` (${ROLE_NAMES[role]})`}
          </span>{' '}
          {pastPath !== null && (
            <a className="hub-history__then" href={pastPath(recordedAt)}>
              The plan then<VisuallyHidden>: {text}</VisuallyHidden>
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

function isRole(role: string): role is ActorRole {
  return Object.hasOwn(ROLE_NAMES, role);
}
