import { Link } from '@remix-run/react';
import type { Viewer } from '../../domain/protocol.ts';
import { formatTime } from '../../domain/time.ts';
import type { RoundPatient } from './round-patients.ts';

type RoundListProps = {
  patients: readonly RoundPatient[];
  openId: string | null;
  path: (spellId: string) => string;
  /** Recorded here, and on its way to the hub. */
  pendingIds: ReadonlySet<string>;
  viewersOf: (spellId: string) => readonly Viewer[];
  timeZone: string;
  onOpen: (spellId: string) => void;
};

/** Everybody in the round from bed to bed: who is recorded by whom, and where a colleague is now. */
export function RoundList({ patients, ...shared }: RoundListProps) {
  return (
    <nav className="hub-round__nav" aria-label="Patients in the round">
      <ol className="hub-round__list">
        {patients.map((patient) => (
          <RoundItem key={patient.card.id} patient={patient} {...shared} />
        ))}
      </ol>
    </nav>
  );
}

type RoundItemProps = Omit<RoundListProps, 'patients'> & { patient: RoundPatient };

function RoundItem(props: RoundItemProps) {
  const { patient, openId, path, viewersOf, onOpen } = props;
  const { id, bed, person } = patient.card;
  const others = viewersOf(id).map(({ name }) => name);
  return (
    <li className="hub-round__item">
      <Link
        className="hub-round__link"
        to={path(id)}
        aria-current={id === openId ? 'true' : undefined}
        discover="none"
        preventScrollReset
        onClick={() => onOpen(id)}
      >
        <span className="hub-round__bed hub-numbers">{bed ?? 'No bed'}</span>
        <span className="hub-round__name">{person.name}</span>
        <RoundState {...props} />
        {others.length > 0 && (
          <span className="hub-round__others">{others.join(' and ')} here now</span>
        )}
      </Link>
    </li>
  );
}

function RoundState({ patient, pendingIds, timeZone }: RoundItemProps) {
  const { card, recorded } = patient;
  if (pendingIds.has(card.id)) return <span className="hub-round__state">Not saved yet</span>;
  if (recorded === null) return <span className="hub-round__state">To go</span>;
  const what = recorded.notSeen === null ? '✓ Seen' : '– Not seen';
  return (
    <span className="hub-round__state hub-round__state--done">
      {what}, {recorded.by.name}, {formatTime(recorded.at, timeZone)}
    </span>
  );
}
