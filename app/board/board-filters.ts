import { eddStatus } from '../../domain/delay/edd-status.ts';
import type { Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay } from '../../domain/time.ts';

export const BOARD_FILTERS = [
  'no-edd',
  'edd-passed',
  'leaving-today',
  'ready-waiting',
  'unclaimed',
  '7-days',
  '14-days',
  '21-days',
] as const;
export type BoardFilter = (typeof BOARD_FILTERS)[number];

type FilterRow = {
  id: BoardFilter;
  label: string;
  tone: 'overdue' | 'ready' | null;
  /** Needs what only people with a clinical or social care role see. */
  needsCare: boolean;
  matches: (card: Card, today: CalendarDay) => boolean;
};

const staysFor = (days: number) => (card: Card) => (card.lengthOfStay ?? 0) >= days;

/** The counts above the board; each is a filter as well. Who has left counts nowhere. */
const ROWS: Record<BoardFilter, Omit<FilterRow, 'id'>> = {
  'no-edd': {
    label: 'No EDD',
    tone: null,
    needsCare: false,
    matches: ({ edd }) => edd === null,
  },
  'edd-passed': {
    label: 'EDD passed',
    tone: 'overdue',
    needsCare: false,
    matches: ({ edd }, today) => eddStatus(edd, today).kind === 'overdue',
  },
  'leaving-today': {
    label: 'Leaving today',
    tone: null,
    needsCare: false,
    matches: ({ edd }, today) => eddStatus(edd, today).kind === 'today',
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
  '7-days': { label: '7+ days', tone: null, needsCare: true, matches: staysFor(7) },
  '14-days': { label: '14+ days', tone: null, needsCare: true, matches: staysFor(14) },
  '21-days': { label: '21+ days', tone: null, needsCare: true, matches: staysFor(21) },
};

/** The filters of a reader, in the order shown. */
export function filtersFor({ role }: Pick<Me, 'role'>): FilterRow[] {
  return BOARD_FILTERS.map((id) => ({ id, ...ROWS[id] })).filter(
    ({ needsCare }) => !needsCare || role !== 'housing',
  );
}

export function matchesFilter(card: Card, filter: BoardFilter, today: CalendarDay): boolean {
  return card.dischargedOn === null && ROWS[filter].matches(card, today);
}

export type FilterCounts = Record<BoardFilter, number>;

export function countFilters(cards: readonly Card[], today: CalendarDay): FilterCounts {
  const count = (filter: BoardFilter) =>
    cards.filter((card) => matchesFilter(card, filter, today)).length;
  return Object.fromEntries(BOARD_FILTERS.map((filter) => [filter, count(filter)])) as FilterCounts; // one entry for each of BOARD_FILTERS
}
