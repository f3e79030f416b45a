import { byBed } from '../bed-order.ts';
import type { Card } from '../../domain/spell/card.ts';
import { PATHWAYS } from '../../domain/spell/pathway.ts';
import { STAGES } from '../../domain/spell/stage.ts';

/** Columns by which a ward's list can be sorted, as they stand in the address. */
export const SORT_KEYS = ['bed', 'name', 'edd', 'pathway', 'stage', 'delay'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export function sortKeyOf(text: string | null): SortKey {
  return SORT_KEYS.find((key) => key === text) ?? 'bed';
}

const words = new Intl.Collator('en-GB', { numeric: true });

const ORDERS: Record<SortKey, (a: Card, b: Card) => number> = {
  bed: byBed,
  name: (a, b) => words.compare(a.person.name, b.person.name),
  // A person without an EDD comes first: the list is read to find what is missing.
  edd: (a, b) => words.compare(a.edd ?? '', b.edd ?? ''),
  pathway: (a, b) => pathwayRank(a) - pathwayRank(b),
  stage: (a, b) => stageRank(a) - stageRank(b),
  delay: (a, b) => (b.delayDays ?? 0) - (a.delayDays ?? 0),
};

/** Sorted by a column, then by bed; whoever has left comes last. */
export function sortCards(cards: readonly Card[], key: SortKey): Card[] {
  const hasLeft = (card: Card) => Number(card.dischargedOn !== null);
  return [...cards].sort(
    (a, b) => hasLeft(a) - hasLeft(b) || ORDERS[key](a, b) || ORDERS.bed(a, b),
  );
}

function pathwayRank({ pathway }: Card): number {
  return pathway === undefined ? PATHWAYS.length : PATHWAYS.indexOf(pathway);
}

/** The most advanced first: they are the ones who could leave. */
function stageRank({ stage }: Card): number {
  return stage === undefined ? 1 : -STAGES.indexOf(stage);
}
