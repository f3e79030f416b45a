import { Link } from '@remix-run/react';
import { memo } from 'react';
import type { ActionView } from '../../domain/actions/action-sight.ts';
import { DELAY_REASONS } from '../../domain/delay/delay-reasons.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import type { Lookups } from '../../domain/protocol.ts';
import type { LongStayReview } from '../../domain/review/long-stay-review.ts';
import type { ReviewBand } from '../../domain/review/long-stays.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { formatBirthDate, formatDay } from '../../domain/time.ts';
import { OpenActions } from '../components/open-actions.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { countDays, countNights } from '../count-words.ts';
import { BlockingTasks } from './blocking-tasks.tsx';
import { EddWords } from './edd-words.tsx';
import { ReviewWords } from './review-words.tsx';
import './ward-list.scss';

type Row = {
  card: Card;
  review: LongStayReview | null;
  actions: readonly ActionView[];
  /** Whether its reader may review it; the others read what was said. */
  mayRecord: boolean;
};

type ReviewTableProps = {
  caption: string;
  rows: readonly Row[];
  band: ReviewBand;
  lookups: Lookups;
  asOfDay: CalendarDay;
  timeZone: string;
};

/** Long stays for the meeting that reviews them: how long, why, and who is waited for. */
export function ReviewTable({ caption, rows, ...shared }: ReviewTableProps) {
  return (
    <ScrollRegion className="hub-table__scroll" label={caption}>
      <table className="hub-table hub-ward">
        <caption className="nhsuk-u-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Stay</th>
            <th scope="col">Delayed</th>
            <th scope="col">Main reason for delay</th>
            <th scope="col">Waited for</th>
            <th scope="col">EDD</th>
            <th scope="col">Last review and open actions</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ReviewRow key={row.card.id} {...{ row, ...shared }} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type ReviewRowProps = { row: Row } & Omit<ReviewTableProps, 'caption' | 'rows'>;

/** Drawn again only for news of this patient: there are hundreds of them, and news every second. */
const ReviewRow = memo(function ReviewRow({ row, lookups, asOfDay, ...shared }: ReviewRowProps) {
  const { card } = row;
  return (
    <tr id={`stay-${card.id}`}>
      <WhoCell card={card} />
      <td>{countNights(card.lengthOfStay ?? 0)}</td>
      <DelayCells card={card} />
      <td>
        <BlockingTasks tasks={card.tasks} lookups={lookups} />
      </td>
      <td>
        <EddWords edd={card.edd} asOfDay={asOfDay} />
      </td>
      <ReviewCell {...{ row, asOfDay, ...shared }} />
    </tr>
  );
}, isSameRow);

function isSameRow({ row, ...rest }: ReviewRowProps, { row: other, ...others }: ReviewRowProps) {
  return isShallowEqual(row, other) && isShallowEqual(rest, others);
}

function isShallowEqual(one: object, other: object): boolean {
  const fields = Object.entries(other);
  const held = new Map(Object.entries(one));
  return held.size === fields.length && fields.every(([name, value]) => held.get(name) === value);
}

function WhoCell({ card }: { card: Card }) {
  const { person, ward, bed } = card;
  const { name, dateOfBirth, nhsNumber } = person;
  return (
    <th scope="row">
      <Link to={`/spells/${card.id}`} discover="none">
        {name}
      </Link>
      <span className="hub-ward__born">
        {formatBirthDate(dateOfBirth)}{' '}
        <span className="hub-numbers">
          {nhsNumber ? formatNhsNumber(nhsNumber) : 'NHS number not known'}
        </span>
      </span>
      <span className="hub-facts__by">
        {ward.name}
        {bed && `, bed ${bed}`}, {ward.site}
      </span>
    </th>
  );
}

type ReviewCellProps = { row: Row } & Pick<ReviewTableProps, 'band' | 'timeZone' | 'asOfDay'>;

function ReviewCell({ row, band, timeZone, asOfDay }: ReviewCellProps) {
  const { card, review, actions, mayRecord } = row;
  return (
    <td className="hub-ward__review">
      {review === null ? 'Not reviewed yet' : <ReviewWords {...{ review, timeZone }} />}
      <OpenActions actions={actions} spellId={card.id} today={asOfDay} />
      {mayRecord && (
        <p>
          <Link to={`/review/${card.id}?nights=${band}`} discover="none">
            Review<span className="nhsuk-u-visually-hidden"> {card.person.name}</span>
          </Link>
        </p>
      )}
    </td>
  );
}

/** A delay without a reason is said to have none: a default would hide the cause (handbook 4). */
function DelayCells({ card }: { card: Card }) {
  const { dischargeReadyDate = null, delayDays = 0, primaryReason = null } = card;
  if (dischargeReadyDate === null) {
    return (
      <>
        <td>Meets the criteria to reside</td>
        <td />
      </>
    );
  }
  return (
    <>
      <td>
        {countDays(delayDays)}
        <span className="hub-facts__by">since {formatDay(dischargeReadyDate)}</span>
      </td>
      <td>{primaryReason === null ? 'No reason recorded' : DELAY_REASONS[primaryReason]}</td>
    </>
  );
}
