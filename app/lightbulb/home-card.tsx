import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { APPOINTMENT_NAMES, appointmentsOf } from '../../domain/housing/home-stage.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import type { Card } from '../../domain/spell/card.ts';
import { isOpenState } from '../../domain/tasks/task-types.ts';
import { ageOn, formatBirthDate, formatDay } from '../../domain/time.ts';
import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { PhoneText } from '../components/phone-text.tsx';
import { StatusShape } from '../components/status-shape.tsx';
import { useBoardState } from '../live/board-context.ts';
import { isPending } from '../stores/board-store.ts';
import { roomsInWords } from '../step-words.ts';
import { eddOfHome, followUpInWords } from './home-cards.ts';
import { HomeMarks } from './home-marks.tsx';
import type { ReadForm } from './mark-form.tsx';

type HomeCardProps = { card: Card; readForm: ReadForm };

/** One home, with what somebody needs who stands in front of its door. */
export const HomeCard = memo(function HomeCard({ card, readForm }: HomeCardProps) {
  const asOfDay = useBoardState((state) => state.asOfDay);
  const isUnsaved = useBoardState((state) => isPending(state, card.id));
  const { person, ward, riskToStaff, communicationNeeds } = card;
  return (
    <li className="hub-home" id={`home-${card.id}`}>
      <h3 className="hub-home__name">
        <Link to={`/spells/${card.id}`} discover="none">
          {person.name}
        </Link>
      </h3>
      <p className="hub-home__who">
        Born {formatBirthDate(person.dateOfBirth)} ({ageOn(person.dateOfBirth, asOfDay)})
        {typeof person.nhsNumber === 'string' && `, ${formatNhsNumber(person.nhsNumber)}`}
      </p>
      <p className="hub-home__edd">
        <strong>{eddOfHome(card, asOfDay)}</strong>
        <span className="hub-quiet">
          {ward.name}, {ward.site}
        </span>
      </p>
      {riskToStaff && (
        <p className="hub-home__risk">
          <StatusShape shape="triangle" />
          <span>
            <strong>Risk to staff.</strong> Speak to the ward or the hub before anybody visits.
          </span>
        </p>
      )}
      {communicationNeeds.length > 0 && (
        <p className="hub-home__needs">
          <strong>Communication:</strong> {communicationNeeds.join('; ')}
        </p>
      )}
      {card.home !== undefined && <Access card={card} home={card.home} />}
      <FollowUp card={card} />
      <Appointments card={card} />
      <Tasks card={card} />
      <p className="hub-home__unsaved" role="status">
        {isUnsaved && 'Not saved yet: sent as soon as there is a connection'}
      </p>
      <HomeMarks card={card} readForm={readForm} />
    </li>
  );
});

type AccessProps = { card: Card; home: NonNullable<Card['home']> };

function Access({ card, home }: AccessProps) {
  const address = card.person.address ?? null;
  const due = home.equipmentDue === null ? '' : `, expected ${formatDay(home.equipmentDue)}`;
  return (
    <dl className="hub-home__facts">
      <Fact name="Address">
        {address ?? 'Not known'}{' '}
        {address !== null && <CopyButton text={address} label="Copy address" />}
      </Fact>
      <Fact name="Contact">
        <PhoneText text={home.accessContact ?? 'Not known: ask the ward'} />
      </Fact>
      {home.keys !== null && <Fact name="Keys">{home.keys}</Fact>}
      {home.landlord !== null && (
        <Fact name="Landlord">
          <PhoneText text={home.landlord} />
        </Fact>
      )}
      {home.roomsToClear.length > 0 && (
        <Fact name="To clear">{roomsInWords(home.roomsToClear)}</Fact>
      )}
      {home.equipment !== null && <Fact name="Equipment">{home.equipment + due}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** When somebody is to be asked how it goes at home, by whom and what for. */
function FollowUp({ card }: { card: Card }) {
  const asOfDay = useBoardState((state) => state.asOfDay);
  if (card.isNotFollowedUp === true) {
    return (
      <p className="hub-home__risk">
        <StatusShape shape="triangle" />
        <span>
          <strong>Do not ring or visit.</strong> Speak to the ward or the hub first.
        </span>
      </p>
    );
  }
  const words = followUpInWords(card, asOfDay);
  if (words === null) return null;
  const { who = null, note = null } = card.home?.followUp ?? {};
  return (
    <p className="hub-home__follow-up">
      <strong>{words}</strong>
      {who !== null && `, ${who}`}
      {note !== null && <span className="hub-quiet"> {note}</span>}
    </p>
  );
}

function Appointments({ card }: { card: Card }) {
  const asOfDay = useBoardState((state) => state.asOfDay);
  const visits = appointmentsOf(card.housingSteps, card.home?.equipmentDue).filter(
    ({ step }) => step !== 'followed_up',
  );
  if (visits.length === 0) return null;
  return (
    <ul className="hub-lines hub-home__next" aria-label="What is to come">
      {visits.map(({ step, day }) => (
        <li key={step}>
          {APPOINTMENT_NAMES[step]}: <strong>{formatDay(day)}</strong>
          {day < asOfDay && <span className="hub-home__passed"> passed, not marked done</span>}
          {day === asOfDay && <strong> today</strong>}
        </li>
      ))}
    </ul>
  );
}

function Tasks({ card }: { card: Card }) {
  const catalogue = useBoardState((state) => state.lookups.catalogue);
  const meId = useBoardState((state) => state.me.id);
  const open = card.tasks.filter(({ owner, state }) => owner === 'lightbulb' && isOpenState(state));
  if (open.length === 0) return null;
  return (
    <ul className="hub-lines hub-home__tasks" aria-label="Lightbulb’s tasks">
      {open.map(({ id, type, blocking, claimedBy }) => (
        <li key={id}>
          {taskTypeName(catalogue, type)}
          {blocking && card.dischargedOn === null && <strong> blocks discharge</strong>},{' '}
          {claimedBy === null ? 'nobody has it' : claimedBy.id === meId ? 'yours' : claimedBy.name}
        </li>
      ))}
    </ul>
  );
}
