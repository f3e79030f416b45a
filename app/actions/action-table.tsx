import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ACTION_OUTCOME_NAMES, ACTION_SOURCE_NAMES } from '../../domain/actions/action.ts';
import type { ActionView } from '../../domain/actions/action-sight.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import { TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { formatBirthDate, formatInstant } from '../../domain/time.ts';
import type { ActionRow } from '../../server/services.ts';
import { chasesInWords, dayOfAction } from '../action-words.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { placeInWords } from '../identity-words.ts';
import './actions.scss';

type ActionTableProps = { title: string; rows: readonly ActionRow[]; timeZone: string };

/** Who does what by when, patient by patient; what has ended says what came of it. */
export function ActionTable({ title, rows, timeZone }: ActionTableProps) {
  return (
    <ScrollRegion label={title} className="hub-table__scroll">
      <table className="hub-table hub-action-table">
        <caption className="nhsuk-table__caption">
          {title} ({rows.length})
        </caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">What is to be done</th>
            <th scope="col">By whom</th>
            <th scope="col">By when</th>
            <th scope="col">Asked for by</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.action.id} row={row} timeZone={timeZone} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({
  row: { card, action, daysOverdue },
  timeZone,
}: {
  row: ActionRow;
  timeZone: string;
}) {
  const { id, what, person, owner } = action;
  const { name, dateOfBirth, nhsNumber, address } = card.person;
  return (
    <tr className={daysOverdue > 0 ? 'hub-table__row--overdue' : undefined}>
      <th scope="row">
        <Link to={`/spells/${card.id}#action-${id}`} discover="none">
          {name}
        </Link>
        <Quiet>
          Born {formatBirthDate(dateOfBirth)}
          {nhsNumber && (
            <>
              {', '}
              <span className="hub-action-table__number">NHS {formatNhsNumber(nhsNumber)}</span>
            </>
          )}
          {address && `, ${address}`}
        </Quiet>
        <Quiet>
          {placeInWords(card)}
          {card.bed && `, bed ${card.bed}`}
        </Quiet>
      </th>
      <td className="hub-action-table__what">{what}</td>
      <td>
        {person?.name ?? TASK_OWNER_NAMES[owner]}
        {person !== null && <Quiet>{TASK_OWNER_NAMES[owner]}</Quiet>}
      </td>
      <td>
        <When {...{ action, daysOverdue, timeZone }} />
      </td>
      <td>
        <AskedFor {...{ action, timeZone }} />
      </td>
    </tr>
  );
}

type WhenProps = { action: ActionView; daysOverdue: number; timeZone: string };

function When({ action, daysOverdue, timeZone }: WhenProps) {
  const { ended } = action;
  if (ended !== null) {
    return (
      <>
        <strong>{ACTION_OUTCOME_NAMES[ended.outcome]}</strong>
        {ended.words !== null && `: ${ended.words}`}
        <Quiet>
          {ended.by.name}, {formatInstant(ended.at, timeZone)}
        </Quiet>
      </>
    );
  }
  const day = dayOfAction(action, daysOverdue);
  const chases = chasesInWords(action, timeZone);
  return (
    <>
      {daysOverdue > 0 ? (
        <strong className="hub-action-table__late">{day}</strong>
      ) : (
        day.replace(/^b/, 'B')
      )}
      {chases !== null && <Quiet>{chases}</Quiet>}
    </>
  );
}

function AskedFor({ action, timeZone }: { action: ActionView; timeZone: string }) {
  const { askedBy, askedAt, agreed } = action;
  return (
    <>
      {askedBy.name}
      <Quiet>{formatInstant(askedAt, timeZone)}</Quiet>
      {agreed !== undefined && <Quiet>{ACTION_SOURCE_NAMES[agreed.source]}</Quiet>}
    </>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <span className="hub-action-table__by">{children}</span>;
}
