import { Link } from '@remix-run/react';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import type { Lookups } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import { PATHWAY_NAMES } from '../../domain/spell/pathway.ts';
import { STAGE_NAMES } from '../../domain/spell/stage.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { ageOn, formatBirthDate, formatDay } from '../../domain/time.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { BlockingTasks } from './blocking-tasks.tsx';
import { countDays } from '../count-words.ts';
import { EddWords } from './edd-words.tsx';
import type { SortKey } from './sort-cards.ts';
import './ward-list.scss';

type WardTableProps = {
  caption: string;
  /** At the head of every sheet of paper: which ward, and as of when. */
  sheetTitle: string;
  cards: readonly Card[];
  sortedBy: SortKey;
  lookups: Lookups;
  asOfDay: CalendarDay;
};

const COLUMNS: readonly { sortKey: SortKey | null; title: string }[] = [
  { sortKey: 'bed', title: 'Bed' },
  { sortKey: 'name', title: 'Patient' },
  { sortKey: 'edd', title: 'EDD' },
  { sortKey: 'pathway', title: 'Pathway' },
  { sortKey: 'stage', title: 'Stage' },
  { sortKey: 'delay', title: 'Delayed' },
  { sortKey: null, title: 'Blocking discharge' },
];

/** A ward's patients on one sheet, for a screen without script and for paper. */
export function WardTable(props: WardTableProps) {
  const { caption, sheetTitle, cards, sortedBy, lookups, asOfDay } = props;
  return (
    <ScrollRegion className="hub-table__scroll" label={caption}>
      <table className="hub-table hub-ward">
        <caption className="nhsuk-u-visually-hidden">{caption}</caption>
        <thead>
          <tr className="hub-ward__sheet">
            <th colSpan={COLUMNS.length}>
              {sheetTitle}
              <span className="hub-ward__care">
                Confidential: destroy when there is a newer one
              </span>
            </th>
          </tr>
          <tr>
            {COLUMNS.map((column) => (
              <ColumnHeading key={column.title} {...column} sortedBy={sortedBy} />
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <WardRow key={card.id} card={card} lookups={lookups} asOfDay={asOfDay} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type ColumnHeadingProps = { sortKey: SortKey | null; title: string; sortedBy: SortKey };

function ColumnHeading({ sortKey, title, sortedBy }: ColumnHeadingProps) {
  if (sortKey === null) return <th scope="col">{title}</th>;
  const direction = sortKey === 'delay' ? 'descending' : 'ascending';
  const isSorted = sortKey === sortedBy;
  return (
    <th scope="col" aria-sort={isSorted ? direction : undefined}>
      {isSorted ? (
        <span>
          {title} <span aria-hidden="true">{direction === 'ascending' ? '▲' : '▼'}</span>
        </span>
      ) : (
        <Link to={`?sort=${sortKey}`}>{title}</Link>
      )}
    </th>
  );
}

type WardRowProps = { card: Card; lookups: Lookups; asOfDay: CalendarDay };

function WardRow({ card, lookups, asOfDay }: WardRowProps) {
  const { bed, edd, dischargedOn, pathway, stage } = card;
  const { dischargeReadyDate = null, delayDays = 0 } = card;
  return (
    <tr className={rowClass(card, asOfDay)}>
      <td className="hub-numbers">{bed ?? 'None'}</td>
      <WhoCell card={card} asOfDay={asOfDay} />
      <td>
        {dischargedOn === null ? (
          <EddWords edd={edd} asOfDay={asOfDay} />
        ) : (
          `Left ${formatDay(dischargedOn)}`
        )}
      </td>
      <td>{pathway !== undefined && PATHWAY_NAMES[pathway]}</td>
      <td>{stage !== undefined && STAGE_NAMES[stage]}</td>
      <td>
        {dischargeReadyDate !== null && (
          <>
            {countDays(delayDays)}
            <span className="hub-facts__by">since {formatDay(dischargeReadyDate)}</span>
          </>
        )}
      </td>
      <td>{dischargedOn === null && <BlockingTasks tasks={card.tasks} lookups={lookups} />}</td>
    </tr>
  );
}

function WhoCell({ card, asOfDay }: Pick<WardRowProps, 'card' | 'asOfDay'>) {
  const { name, dateOfBirth, nhsNumber } = card.person;
  const flags = [...(card.riskToStaff ? ['Risk to staff'] : []), ...card.communicationNeeds];
  return (
    <th scope="row">
      <Link to={`/spells/${card.id}`} discover="none">
        {name}
      </Link>
      <span className="hub-ward__born">
        {formatBirthDate(dateOfBirth)} ({ageOn(dateOfBirth, asOfDay)}){' '}
        <span className="hub-numbers">
          {nhsNumber === null && 'NHS number not known'}
          {nhsNumber !== undefined && nhsNumber !== null && formatNhsNumber(nhsNumber)}
        </span>
      </span>
      {flags.length > 0 && <span className="hub-ward__flags">{flags.join('; ')}</span>}
    </th>
  );
}

function rowClass({ edd, dischargedOn, dischargeReadyDate }: Card, asOfDay: CalendarDay) {
  if (dischargedOn !== null) return undefined;
  if (edd !== null && edd < asOfDay) return 'hub-table__row--overdue';
  return dischargeReadyDate ? 'hub-table__row--ready' : undefined;
}
