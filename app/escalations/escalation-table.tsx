import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { levelInWords } from '../../domain/escalation/escalation.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import { dueInWords } from '../../domain/tasks/due-in-words.ts';
import { TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { formatBirthDate, formatDay, formatInstant } from '../../domain/time.ts';
import type { EscalationRow } from '../../server/services.ts';
import { countDays } from '../count-words.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { Tag } from '../components/tag.tsx';
import './escalations.scss';

export type Moment = { now: string; today: string; timeZone: string };

type EscalationTableProps = { title: string; rows: readonly EscalationRow[]; moment: Moment };

/** What is with one rung of the ladder: whom it is about, what is needed and what is being done. */
export function EscalationTable({ title, rows, moment }: EscalationTableProps) {
  return (
    <ScrollRegion label={title} className="hub-table__scroll">
      <table className="hub-table hub-escalations">
        <caption className="nhsuk-table__caption">
          {title} ({rows.length})
        </caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Task</th>
            <th scope="col">What is needed</th>
            <th scope="col">What happens next</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.taskId}
              className={row.raised.acknowledged === null ? 'hub-table__row--overdue' : undefined}
            >
              <Patient row={row} />
              <td>
                {row.taskName}
                <Quiet>{TASK_OWNER_NAMES[row.owner]}</Quiet>
                {row.dueAt !== null && (
                  <Quiet>{dueInWords(row.dueAt, moment.now, moment.timeZone).text}</Quiet>
                )}
              </td>
              <td>
                {row.raised.need ?? 'Its target passed long ago.'}
                <Quiet>
                  {row.raised.raisedBy.name}, {formatInstant(row.raised.raisedAt, moment.timeZone)}
                </Quiet>
              </td>
              <td>
                <NextAction row={row} moment={moment} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Name, date of birth and number; for housing the address in its place. */
function Patient({ row: { card, level, owner, taskId } }: { row: EscalationRow }) {
  const { name, dateOfBirth, nhsNumber, address } = card.person;
  const { ward, bed, delayDays = 0 } = card;
  return (
    <th scope="row">
      <Link to={`/spells/${card.id}#task-${taskId}`} discover="none">
        {name}
      </Link>
      <Quiet>
        Born {formatBirthDate(dateOfBirth)}
        {nhsNumber && `, NHS ${formatNhsNumber(nhsNumber)}`}
        {address && `, ${address}`}
      </Quiet>
      <Quiet>
        {ward.name}
        {bed && `, bed ${bed}`}, {ward.site}
      </Quiet>
      {delayDays > 0 && <Quiet>Delayed {countDays(delayDays)}</Quiet>}
      <span className="nhsuk-u-visually-hidden">With {levelInWords(level, owner)}</span>
    </th>
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
