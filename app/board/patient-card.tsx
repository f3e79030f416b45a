import type { MouseEvent } from 'react';
import { memo } from 'react';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { TaskCatalogue } from '../../domain/tasks/catalogue.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { ageOn, formatBirthDate } from '../../domain/time.ts';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { CardTasks } from './card-tasks.tsx';
import { isPlainClick } from './plain-click.ts';
import {
  eddOfCard,
  escalatedInWords,
  pathwayInWords,
  readyInWords,
  stayInWords,
} from './card-words.ts';

export type PatientCardProps = {
  card: Card;
  asOfDay: CalendarDay;
  catalogue: TaskCatalogue;
  meId: string;
  now: Instant;
  timeZone: string;
  /** Who else has this plan open, in words. */
  viewers: string | null;
  isPending: boolean;
  isSelected: boolean;
  /** The change that is news to whoever looks; null when there is none. */
  news: number | null;
  isMovable: boolean;
  /** Where there is only one hospital, its name tells nothing. */
  isSiteShown: boolean;
  /** Whether its column names its pathway. */
  isNamedByColumn: boolean;
  /** Whether the columns are pathways, so that setting one moves the card. */
  isAmongPathways: boolean;
  /** One card of the board is reached by Tab; null without script, where all of them are. */
  isTabStop: boolean | null;
  planPath: string;
  /** Null where the plan is a page of its own. */
  onOpen: ((spellId: string) => void) | null;
  onMove: (spellId: string) => void;
};

/** One patient on the board. The name is a link to the plan, and covers the card. */
export const PatientCard = memo(function PatientCard(props: PatientCardProps) {
  const { card, asOfDay, isTabStop, isPending, onOpen } = props;
  const pathway = pathwayInWords(card, props.isNamedByColumn);
  const escalated = escalatedInWords(card);
  const tabIndex = isTabStop === false ? -1 : undefined;
  return (
    <article
      className={classesOf(props)}
      data-card-id={card.id}
      draggable={props.isMovable && isTabStop !== null}
    >
      <p className="hub-card__top">
        <a
          className="hub-card__name"
          href={props.planPath}
          draggable={false}
          tabIndex={tabIndex}
          onClick={(event) => onOpen !== null && openHere(event, () => onOpen(card.id))}
        >
          {card.person.name}
        </a>
        <span className="hub-card__age">
          {ageOn(card.person.dateOfBirth, asOfDay)}
          <VisuallyHidden> years old</VisuallyHidden>
        </span>
      </p>
      <Identity card={card} />
      <p className="hub-card__place">{placeInWords(card, props.isSiteShown)}</p>
      <Dates {...props} tabIndex={tabIndex} />
      {escalated !== null && <p className="hub-card__pathway hub-card__late">{escalated}</p>}
      {isPending && <p className="hub-card__state">Not saved yet</p>}
      {pathway !== null && <p className="hub-card__pathway">{pathway}</p>}
      <Flags card={card} />
      <CardTasks
        {...{ card, now: props.now, timeZone: props.timeZone }}
        catalogue={props.catalogue}
        meId={props.meId}
      />
      {props.news !== null && (
        <span key={props.news} className="hub-card__news">
          <span className="hub-card__news-word">Changed</span>
        </span>
      )}
      {props.viewers !== null && (
        <p className="hub-card__foot">
          <span className="hub-card__viewers">{props.viewers}</span>
        </p>
      )}
    </article>
  );
});

function Identity({ card: { person } }: { card: Card }) {
  const { nhsNumber, address, dateOfBirth } = person;
  return (
    <p className={address === undefined ? 'hub-card__identity' : 'hub-card__identity--address'}>
      {typeof nhsNumber === 'string' && (
        <span className="hub-card__nhs">
          <VisuallyHidden>NHS number </VisuallyHidden>
          {formatNhsNumber(nhsNumber)}
        </span>
      )}
      {nhsNumber === null && <span className="hub-card__nhs">NHS number not known</span>}
      <span className="hub-card__born">Born {formatBirthDate(dateOfBirth)}</span>
      {address !== undefined && (
        <span className="hub-card__address">{address ?? 'Address not known'}</span>
      )}
    </p>
  );
}

function placeInWords({ ward, bed }: Card, isSiteShown: boolean): string {
  const bedWords = typeof bed === 'string' ? `bed ${bed}` : 'no bed recorded';
  const site = isSiteShown ? ward.site : '';
  return [ward.name, bed === undefined ? '' : bedWords, site].filter(Boolean).join(', ');
}

type DatesProps = PatientCardProps & { tabIndex: -1 | undefined };

function Dates(props: DatesProps) {
  const { card, asOfDay, isMovable, isTabStop, tabIndex, onMove } = props;
  const edd = eddOfCard(card, asOfDay);
  const stay = stayInWords(card);
  const ready = readyInWords(card);
  return (
    <div className="hub-card__dates">
      <span className={`hub-edd hub-edd--${edd.tone}`}>{edd.words}</span>
      {ready !== null && <span className="hub-card__delay">{ready}</span>}
      {stay !== null && <span className="hub-card__stay">{stay}</span>}
      {/* Without script there is no dialog to open; the plan has the same form. */}
      {isMovable && isTabStop !== null && (
        <button
          type="button"
          className="hub-card__move"
          tabIndex={tabIndex}
          onClick={() => onMove(card.id)}
        >
          {props.isAmongPathways ? 'Move to… ' : 'Pathway… '}
          <VisuallyHidden>
            {props.isAmongPathways && 'another pathway: '}
            {card.person.name}
          </VisuallyHidden>
        </button>
      )}
    </div>
  );
}

function Flags({ card: { communicationNeeds, riskToStaff } }: { card: Card }) {
  if (communicationNeeds.length === 0 && !riskToStaff) return null;
  return (
    <ul className="hub-card__flags" aria-label="Take care">
      {riskToStaff && <li className="hub-flag hub-flag--risk">Risk to staff</li>}
      {communicationNeeds.map((need) => (
        <li key={need} className="hub-flag">
          {need}
        </li>
      ))}
    </ul>
  );
}

function classesOf({ card, asOfDay, isPending, isSelected }: PatientCardProps): string {
  const isHere = card.dischargedOn === null;
  return [
    'hub-card',
    isHere && eddOfCard(card, asOfDay).tone === 'overdue' && 'hub-card--overdue',
    isHere && card.stage?.startsWith('ready') === true && 'hub-card--ready',
    isPending && 'hub-card--pending',
    isSelected && 'hub-card--selected',
  ]
    .filter((name) => typeof name === 'string')
    .join(' ');
}

/** A plain click opens the panel; one that asks for a new tab or window is the browser's. */
function openHere(event: MouseEvent, open: () => void) {
  if (!isPlainClick(event)) return;
  event.preventDefault();
  open();
}
