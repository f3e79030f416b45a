import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { DELAY_REASONS, NO_REASON } from '../../domain/delay/delay-reasons.ts';
import { levelInWords, needInWords } from '../../domain/escalation/escalation.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import type { Card } from '../../domain/spell/card.ts';
import { PATHWAY_NAMES } from '../../domain/spell/pathway.ts';
import { dueInWords } from '../../domain/tasks/due-in-words.ts';
import { TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { formatBirthDate, formatDay, formatInstant } from '../../domain/time.ts';
import type { EscalationRow } from '../../server/services.ts';
import { countDays } from '../count-words.ts';
import { OpenActions } from '../components/open-actions.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { Tag } from '../components/tag.tsx';
import './escalations.scss';

export type Moment = { now: string; today: string; timeZone: string };

type EscalationTableProps = {
  title: string;
  rows: readonly EscalationRow[];
  /** False for housing, which must not learn who is delayed. */
  showsDelay: boolean;
  moment: Moment;
};

/** What is with one rung of the ladder: whom it is about, what is needed and what is being done. */
export function EscalationTable({ title, rows, showsDelay, moment }: EscalationTableProps) {
  return (
    <ScrollRegion label={title} className="hub-table__scroll">
      <table className="hub-table hub-escalations">
        <caption className="nhsuk-table__caption">
          {title} ({rows.length})
        </caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            {showsDelay && <th scope="col">Delay and pathway</th>}
            <th scope="col">What is escalated</th>
            <th scope="col">What is needed</th>
            <th scope="col">What happens next</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.task?.id ?? row.card.id}
              className={row.raised.acknowledged === null ? 'hub-table__row--overdue' : undefined}
            >
              <Patient row={row} />
              {showsDelay && <DelayCell card={row.card} />}
              <td>
                <Subject row={row} moment={moment} />
              </td>
              <td>
                {needInWords(row.raised)}
                <Quiet>
                  {row.raised.because === 'person' ? row.raised.raisedBy.name : 'By rule'},{' '}
                  {formatInstant(row.raised.raisedAt, moment.timeZone)}
                </Quiet>
              </td>
              <td>
                <NextAction row={row} moment={moment} />
                <OpenActions actions={row.actions} spellId={row.card.id} today={moment.today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Name, date of birth and number; for housing the address in its place. */
function Patient({ row: { card, level, task } }: { row: EscalationRow }) {
  const { name, dateOfBirth, nhsNumber, address } = card.person;
  const { ward, bed } = card;
  const place = task === null ? 'plan-criteria' : `task-${task.id}`;
  return (
    <th scope="row">
      <Link to={`/spells/${card.id}#${place}`} discover="none">
        {name}
      </Link>
      <Quiet>
        Born {formatBirthDate(dateOfBirth)}
        {nhsNumber && (
          <>
            , <span className="hub-escalations__number">NHS {formatNhsNumber(nhsNumber)}</span>
          </>
        )}
        {address && `, ${address}`}
      </Quiet>
      <Quiet>
        {ward.name}
        {bed && `, bed ${bed}`}, {ward.site}
      </Quiet>
      <span className="nhsuk-u-visually-hidden">
        With {levelInWords(level, task?.owner ?? null)}
      </span>
    </th>
  );
}

function DelayCell({ card }: { card: Card }) {
  const { dischargeReadyDate = null, delayDays = 0, pathway, nationalPathway = null } = card;
  const { primaryReason = null } = card;
  const isReady = dischargeReadyDate !== null;
  return (
    <td>
      {isReady ? <strong>Delayed {countDays(delayDays)}</strong> : 'Not ready yet'}
      {pathway !== undefined && (
        <Quiet>
          {PATHWAY_NAMES[pathway]}
          {nationalPathway !== null && ` (${nationalPathway})`}
        </Quiet>
      )}
      {isReady && (
        <Quiet>{primaryReason === null ? NO_REASON : DELAY_REASONS[primaryReason]}</Quiet>
      )}
    </td>
  );
}

function Subject({ row: { task }, moment }: { row: EscalationRow; moment: Moment }) {
  if (task === null) return <>The stay</>;
  return (
    <>
      {task.name}
      <Quiet>{TASK_OWNER_NAMES[task.owner]}</Quiet>
      {task.dueAt !== null && (
        <Quiet>{dueInWords(task.dueAt, moment.now, moment.timeZone).text}</Quiet>
      )}
    </>
  );
}

function NextAction({ row: { raised }, moment }: { row: EscalationRow; moment: Moment }) {
  const { acknowledged } = raised;
  if (acknowledged === null) return <Tag colour="red">Nobody has taken it on</Tag>;
  const { action, by, at, reviewOn } = acknowledged;
  return (
    <>
      {action}
      <Quiet>
        {by.name}, {formatInstant(at, moment.timeZone)}
      </Quiet>
      {reviewOn !== null && (
        <Quiet>
          {reviewOn < moment.today ? (
            <strong className="hub-escalations__late">
              Was to be done by {formatDay(reviewOn)}
            </strong>
          ) : (
            `By ${formatDay(reviewOn)}`
          )}
        </Quiet>
      )}
    </>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <span className="hub-escalations__by">{children}</span>;
}
