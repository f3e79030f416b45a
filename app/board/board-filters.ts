import { eddStatus } from '../../domain/delay/edd-status.ts';
import type { Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import { isOpenState } from '../../domain/tasks/task-types.ts';
import type { CalendarDay } from '../../domain/time.ts';

export const BOARD_FILTERS = [
  'no-edd',
  'edd-passed',
  'leaving-today',
  'ready-waiting',
  'unclaimed',
  'mine',
  '7-days',
  '14-days',
  '21-days',
] as const;
export type BoardFilter = (typeof BOARD_FILTERS)[number];

/** Whom a count is for, and on which day. */
export type CountContext = { asOfDay: CalendarDay; meId: string };

type FilterRow = {
  id: BoardFilter;
  label: string;
  tone: 'overdue' | 'ready' | null;
  /** Needs what only people with a clinical or social care role see. */
  needsCare: boolean;
  matches: (card: Card, context: CountContext) => boolean;
};

const staysFor = (days: number) => (card: Card) => (card.lengthOfStay ?? 0) >= days;
const eddIs =
  (kind: ReturnType<typeof eddStatus>['kind']) =>
  ({ edd }: Card, { asOfDay }: CountContext) =>
    eddStatus(edd, asOfDay).kind === kind;

/** The counts above the board; each is a filter as well. Who has left counts nowhere. */
const ROWS: Record<BoardFilter, Omit<FilterRow, 'id'>> = {
  'no-edd': { label: 'No EDD', tone: null, needsCare: false, matches: eddIs('not_set') },
  'edd-passed': {
    label: 'EDD passed',
    tone: 'overdue',
    needsCare: false,
    matches: eddIs('overdue'),
  },
  'leaving-today': {
    label: 'Leaving today',
    tone: null,
    needsCare: false,
    matches: eddIs('today'),
  },
  'ready-waiting': {
    label: 'Ready and waiting',
    tone: 'ready',
    needsCare: true,
    matches: ({ stage }) => stage === 'ready_waiting',
  },
  unclaimed: {
    label: 'Tasks nobody has',
    tone: null,
    needsCare: false,
    matches: ({ tasks }) => tasks.some(({ state }) => state === 'open'),
  },
  mine: {
    label: 'My tasks',
    tone: null,
    needsCare: false,
    matches: ({ tasks }, { meId }) =>
      tasks.some(({ state, claimedBy }) => isOpenState(state) && claimedBy?.id === meId),
  },
  '7-days': { label: 'Stay 7+ days', tone: null, needsCare: true, matches: staysFor(7) },
  '14-days': { label: '14+ days', tone: null, needsCare: true, matches: staysFor(14) },
  '21-days': { label: '21+ days', tone: null, needsCare: true, matches: staysFor(21) },
};

/** The filters of a reader, in the order shown. */
export function filtersFor({ role }: Pick<Me, 'role'>): FilterRow[] {
  return BOARD_FILTERS.map((id) => ({ id, ...ROWS[id] })).filter(
    ({ needsCare }) => !needsCare || role !== 'housing',
  );
}

export function matchesFilter(card: Card, filter: BoardFilter, context: CountContext): boolean {
  return card.dischargedOn === null && ROWS[filter].matches(card, context);
}

export type FilterCounts = Record<BoardFilter, number>;

export function countFilters(cards: readonly Card[], context: CountContext): FilterCounts {
  const count = (filter: BoardFilter) =>
    cards.filter((card) => matchesFilter(card, filter, context)).length;
  return Object.fromEntries(BOARD_FILTERS.map((filter) => [filter, count(filter)])) as FilterCounts; // one entry for each of BOARD_FILTERS
}
