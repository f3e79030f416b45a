import { eddStatus } from '../../domain/delay/edd-status.ts';
import { PLACES, PLACE_NAMES } from '../../domain/persons/place.ts';
import type { Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import { PATHWAY_COLUMNS } from '../../domain/spell/pathway.ts';
import { STAGES, STAGE_NAMES } from '../../domain/spell/stage.ts';
import type { Ward } from '../../domain/spell/state.ts';
import type { CalendarDay } from '../../domain/time.ts';
import type { BoardOrder } from './sort-cards.ts';
import { sortCards } from './sort-cards.ts';

export type Grouping = 'pathway' | 'edd' | 'stage' | 'ward' | 'council';

export type Column = {
  id: string;
  name: string;
  /** What tells columns of one name apart: the hospital of a ward. */
  detail?: string;
  /** What a card that is moved here is given; none where moving is not deciding. */
  pathways: readonly Pathway[];
  cards: readonly Card[];
};

type ColumnHead = Omit<Column, 'cards'>;
type GroupingRow = {
  label: string;
  heads: (wards: readonly Ward[]) => readonly ColumnHead[];
  columnOf: (card: Card, today: CalendarDay) => string;
  /** Where there are many columns, those without anybody are left out. */
  hidesEmpty?: boolean;
  /** Why nothing is moved from one column to another; null where moving means something. */
  stillness: string | null;
};

const head = (id: string, name: string): ColumnHead => ({ id, name, pathways: [] });

const EDD_HEADS = [
  head('overdue', 'Overdue'),
  head('today', 'Today'),
  head('tomorrow', 'Tomorrow'),
  head('next_7_days', 'Next 7 days'),
  head('later', 'Later'),
  head('not_set', 'Not set'),
];

const ROWS: Record<Grouping, GroupingRow> = {
  pathway: {
    label: 'Pathway',
    heads: () => PATHWAY_COLUMNS,
    columnOf: ({ pathway = 'none_set' }) => columnOfPathway(pathway),
    stillness: null,
  },
  edd: {
    label: 'EDD',
    heads: () => EDD_HEADS,
    columnOf: columnOfEdd,
    stillness: 'To change an EDD, open the patient’s plan. Nothing was moved.',
  },
  stage: {
    label: 'Stage',
    heads: () => STAGES.map((stage) => head(stage, STAGE_NAMES[stage])),
    columnOf: ({ stage = 'needs_understanding' }) => stage,
    stillness: 'A stage follows from the patient’s plan by itself. Nothing was moved.',
  },
  ward: {
    label: 'Ward',
    heads: (wards) => wards.map(({ id, name, site }) => ({ ...head(id, name), detail: site })),
    columnOf: ({ ward }) => ward.id,
    hidesEmpty: true,
    stillness: 'To record a move to another ward, open the patient’s plan. Nothing was moved.',
  },
  council: {
    label: 'Council',
    heads: () => PLACES.map((place) => head(place, PLACE_NAMES[place])),
    columnOf: ({ place }) => place,
    stillness:
      'The council is that of the home address, in the patient’s details. Nothing was moved.',
  },
};

type Groupings = readonly [Grouping, ...Grouping[]];

const EVERY_GROUPING: Groupings = ['pathway', 'edd', 'stage', 'ward', 'council'];
/** Where a role sees less: a broker has one council, and housing neither pathway nor stage. */
const GROUPINGS: Partial<Record<Me['role'], Groupings>> = {
  broker: ['pathway', 'edd', 'stage', 'ward'],
  housing: ['edd', 'ward', 'council'],
};

export type GroupingChoice = { id: Grouping; label: string };

/** The ways a reader may group the board; the first is the one it starts with. */
export function groupingsFor({ role }: Pick<Me, 'role'>): [GroupingChoice, ...GroupingChoice[]] {
  const [first, ...others] = GROUPINGS[role] ?? EVERY_GROUPING;
  const choice = (id: Grouping) => ({ id, label: ROWS[id].label });
  return [choice(first), ...others.map(choice)];
}

export function stillnessOf(grouping: Grouping): string | null {
  return ROWS[grouping].stillness;
}

export function hidesEmptyColumns(grouping: Grouping): boolean {
  return ROWS[grouping].hidesEmpty === true;
}

export type GroupContext = {
  group: Grouping;
  order: BoardOrder;
  /** The wards that somebody on the board is on. */
  wards: readonly Ward[];
  asOfDay: CalendarDay;
};

/** The columns of a grouping, each with its cards in order. */
export function groupCards(cards: readonly Card[], context: GroupContext): Column[] {
  const { heads, columnOf } = ROWS[context.group];
  const columns = heads(context.wards);
  const byColumn = new Map<string, Card[]>(columns.map(({ id }) => [id, []]));
  for (const card of cards) byColumn.get(columnOf(card, context.asOfDay))?.push(card);
  return columns.map((column) => ({
    ...column,
    cards: sortCards(byColumn.get(column.id) ?? [], context.order),
  }));
}

function columnOfPathway(pathway: Pathway): string {
  const column = PATHWAY_COLUMNS.find(({ pathways }) =>
    pathways.some((held: Pathway) => held === pathway),
  );
  return column?.id ?? 'none_set';
}

/** Somebody who has left is no longer overdue: they stand under the day they left, or before it. */
function columnOfEdd({ edd, dischargedOn }: Card, today: CalendarDay): string {
  if (dischargedOn !== null) return 'today';
  const status = eddStatus(edd, today);
  if (status.kind !== 'later') return status.kind;
  return status.days <= 7 ? 'next_7_days' : 'later';
}
