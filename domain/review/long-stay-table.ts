import type { ActionView } from '../actions/action-sight.ts';
import { DELAY_REASONS } from '../delay/delay-reasons.ts';
import { formatNhsNumber } from '../persons/nhs-number.ts';
import type { Cell, ReportTable, TableColumn } from '../reports/report-table.ts';
import type { CardTask } from '../spell/card-task.ts';
import type { Card } from '../spell/card.ts';
import type { TaskCatalogue } from '../tasks/catalogue.ts';
import { taskTypeName } from '../tasks/catalogue.ts';
import { TASK_OWNER_NAMES, isOpenState } from '../tasks/task-types.ts';
import { calendarDay, formatDay } from '../time.ts';
import type { LongStayReview } from './long-stay-review.ts';
import type { ReviewBand } from './long-stays.ts';

/** One long stay, as somebody may see it. */
export type ReviewedStay = {
  card: Card;
  review: LongStayReview | null;
  /** What is open of what was agreed. */
  actions: readonly ActionView[];
};

type Context = { catalogue: TaskCatalogue; timeZone: string };

type Column = TableColumn & { of: (stay: ReviewedStay, context: Context) => Cell };

const COLUMNS: readonly Column[] = [
  { key: 'born', name: 'Born', kind: 'day', of: ({ card }) => card.person.dateOfBirth },
  { key: 'nhs', name: 'NHS number', kind: 'text', of: ({ card }) => nhsNumberOf(card) },
  { key: 'site', name: 'Hospital', kind: 'text', of: ({ card }) => card.ward.site },
  { key: 'ward', name: 'Ward', kind: 'text', of: ({ card }) => card.ward.name },
  { key: 'bed', name: 'Bed', kind: 'text', of: ({ card }) => card.bed ?? null },
  { key: 'admitted', name: 'Admitted', kind: 'day', of: ({ card }) => card.admittedOn ?? null },
  { key: 'nights', name: 'Nights', kind: 'count', of: ({ card }) => card.lengthOfStay ?? null },
  { key: 'ready', name: 'Ready since', kind: 'day', of: readySince },
  { key: 'delay', name: 'Days delayed', kind: 'count', of: delayOf },
  { key: 'reason', name: 'Main reason for delay', kind: 'text', of: reasonOf },
  { key: 'waits', name: 'Waited for', kind: 'text', of: waitedFor },
  { key: 'edd', name: 'EDD', kind: 'day', of: ({ card }) => card.edd },
  {
    key: 'home',
    name: 'Why not home',
    kind: 'text',
    of: (stay) => stay.review?.whyNotHome ?? null,
  },
  {
    ...{ key: 'today', name: 'Why not today', kind: 'text' },
    of: (stay) => stay.review?.whyNotToday ?? null,
  },
  { key: 'by', name: 'Reviewed by', kind: 'text', of: (stay) => stay.review?.by.name ?? null },
  { key: 'reviewed', name: 'Reviewed on', kind: 'day', of: reviewedOn },
  { key: 'actions', name: 'Open actions', kind: 'text', of: openActions },
];

/** Long stays as a table to take away, in the order that they come in (handbook 14). */
export function longStayTable(
  stays: readonly ReviewedStay[],
  { band, ...context }: Context & { band: ReviewBand },
): ReportTable {
  return {
    id: 'long_stays',
    title: `Patients here for ${band} nights and more`,
    rowsAre: 'Patient',
    columns: COLUMNS.map(({ of: _of, ...column }) => column),
    rows: stays.map((stay) => ({
      id: stay.card.id,
      name: stay.card.person.name,
      cells: COLUMNS.map(({ of }) => of(stay, context)),
    })),
  };
}

function nhsNumberOf({ person: { nhsNumber } }: Card): Cell {
  return nhsNumber ? formatNhsNumber(nhsNumber) : null;
}

function readySince({ card }: ReviewedStay): Cell {
  return card.dischargeReadyDate ?? null;
}

/** Nothing of somebody who meets the criteria to reside: that is no delay of 0 days. */
function delayOf({ card: { dischargeReadyDate = null, delayDays = 0 } }: ReviewedStay): Cell {
  return dischargeReadyDate === null ? null : delayDays;
}

function reasonOf({ card }: ReviewedStay): Cell {
  const { dischargeReadyDate = null, primaryReason = null } = card;
  if (dischargeReadyDate === null) return 'Meets the criteria to reside';
  return primaryReason === null ? 'No reason recorded' : DELAY_REASONS[primaryReason];
}

function waitedFor({ card }: ReviewedStay, { catalogue }: Context): Cell {
  const blocking = card.tasks.filter(({ state, blocking: blocks }) => blocks && isOpenState(state));
  return blocking
    .map((task) => `${taskTypeName(catalogue, task.type)} (${holder(task)})`)
    .join('; ');
}

function holder({ claimedBy, owner }: CardTask): string {
  return claimedBy?.name ?? `nobody in ${TASK_OWNER_NAMES[owner].toLowerCase()}`;
}

function reviewedOn({ review }: ReviewedStay, { timeZone }: Context): Cell {
  return review === null ? null : calendarDay(review.at, timeZone);
}

function openActions({ actions }: ReviewedStay): Cell {
  return actions
    .map(({ what, person, owner, dueOn }) => {
      return `${what} (${person?.name ?? TASK_OWNER_NAMES[owner]}, by ${formatDay(dueOn)})`;
    })
    .join('; ');
}
