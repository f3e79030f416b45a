import { eddStatus } from '../../domain/delay/edd-status.ts';
import type { Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import { PATHWAY_COLUMNS } from '../../domain/spell/pathway.ts';
import { STAGES, STAGE_NAMES } from '../../domain/spell/stage.ts';
import type { CalendarDay } from '../../domain/time.ts';

export type Grouping = 'pathway' | 'edd' | 'stage';

export type Column = {
  id: string;
  name: string;
  /** What a card that is moved here is given; none where moving is not deciding. */
  pathways: readonly Pathway[];
  cards: readonly Card[];
};

type ColumnHead = Omit<Column, 'cards'>;
type GroupingRow = {
  label: string;
  needsCare: boolean;
  heads: readonly ColumnHead[];
  columnOf: (card: Card, today: CalendarDay) => string;
};

const head = (id: string, name: string): ColumnHead => ({ id, name, pathways: [] });

const ROWS: Record<Grouping, GroupingRow> = {
  pathway: {
    label: 'Pathway',
    needsCare: true,
    heads: PATHWAY_COLUMNS,
    columnOf: ({ pathway = 'none_set' }) => columnOfPathway(pathway),
  },
  edd: {
    label: 'EDD',
    needsCare: false,
    heads: [
      head('overdue', 'Overdue'),
      head('today', 'Today'),
      head('tomorrow', 'Tomorrow'),
      head('next_7_days', 'Next 7 days'),
      head('later', 'Later'),
      head('not_set', 'Not set'),
    ],
    columnOf: columnOfEdd,
  },
  stage: {
    label: 'Stage',
    needsCare: true,
    heads: STAGES.map((stage) => head(stage, STAGE_NAMES[stage])),
    columnOf: ({ stage = 'needs_understanding' }) => stage,
  },
};

const CARE_GROUPINGS = ['pathway', 'edd', 'stage'] as const satisfies readonly Grouping[];
const HOUSING_GROUPINGS = ['edd'] as const satisfies readonly Grouping[];

type GroupingChoice = { id: Grouping; label: string };

/** The ways a reader may group the board; the first is the one it starts with. */
export function groupingsFor({ role }: Pick<Me, 'role'>): [GroupingChoice, ...GroupingChoice[]] {
  const [first, ...others] = role === 'housing' ? HOUSING_GROUPINGS : CARE_GROUPINGS;
  const choice = (id: Grouping) => ({ id, label: ROWS[id].label });
  return [choice(first), ...others.map(choice)];
}

/** The columns of a grouping, each with its cards in the order of the board. */
export function groupCards(
  cards: readonly Card[],
  grouping: Grouping,
  today: CalendarDay,
): Column[] {
  const { heads, columnOf } = ROWS[grouping];
  const byColumn = new Map<string, Card[]>(heads.map(({ id }) => [id, []]));
  for (const card of cards) byColumn.get(columnOf(card, today))?.push(card);
  return heads.map((column) => ({
    ...column,
    cards: (byColumn.get(column.id) ?? []).sort(byUrgency),
  }));
}

/** Who has left comes last; then by EDD, those without one after those with; then the longest stay. */
export function byUrgency(one: Card, other: Card): number {
  return (
    Number(one.dischargedOn !== null) - Number(other.dischargedOn !== null) ||
    compareText(one.edd ?? NO_DAY, other.edd ?? NO_DAY) ||
    (other.lengthOfStay ?? 0) - (one.lengthOfStay ?? 0) ||
    compareText(one.person.name, other.person.name) ||
    compareText(one.id, other.id)
  );
}

const NO_DAY = '9999-12-31';

/** By code unit: names of people sort alike in every browser, and 2,500 of them quickly. */
function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
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
