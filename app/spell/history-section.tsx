import type { ActorRole } from '../../domain/actor.ts';
import { ROLE_NAMES } from '../../domain/actor.ts';
import type { HistoryLine } from '../../domain/spell/spell-view.ts';
import { formatInstant } from '../../domain/time.ts';
import { TimeText } from '../components/time-text.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan } from './plan-context.ts';
import { PlanSection } from './plan-section.tsx';

const SHOWN_AT_FIRST = 10;

/** Who did what, newest first. */
export function HistorySection() {
  const { view } = usePlan();
  const lines = [...view.history].sort((a, b) => b.seq - a.seq);
  const earlier = lines.slice(SHOWN_AT_FIRST);
  if (lines.length === 0) return null;
  return (
    <PlanSection id="history" title="History" digest={`${lines.length} entries`}>
      <Lines lines={lines.slice(0, SHOWN_AT_FIRST)} />
      {earlier.length > 0 && (
        <Disclosure summary={`${earlier.length} earlier`}>
          <Lines lines={earlier} />
        </Disclosure>
      )}
    </PlanSection>
  );
}

type LinesProps = { lines: readonly HistoryLine[] };

function Lines({ lines }: LinesProps) {
  const { timeZone } = usePlan();
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
