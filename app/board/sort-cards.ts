import type { Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';

/** Orders within a column, as they stand in the address; the first is the one to start with. */
export const BOARD_ORDERS = ['urgency', 'edd', 'delay', 'stay', 'name', 'bed'] as const;
export type BoardOrder = (typeof BOARD_ORDERS)[number];

type OrderRow = {
  label: string;
  needsCare: boolean;
  /** What is compared first; the smaller comes first, and among equals the more urgent. */
  keyOf: (card: Card) => string | number;
};

const NO_DAY = '9999-12-31';

const ROWS: Record<BoardOrder, OrderRow> = {
  urgency: { label: 'Urgency', needsCare: false, keyOf: () => 0 },
  edd: { label: 'EDD', needsCare: false, keyOf: ({ edd }) => edd ?? NO_DAY },
  delay: { label: 'Days delayed', needsCare: true, keyOf: ({ delayDays = 0 }) => -delayDays },
  stay: {
    label: 'Length of stay',
    needsCare: true,
    keyOf: ({ lengthOfStay = 0 }) => -lengthOfStay,
  },
  name: { label: 'Name', needsCare: false, keyOf: ({ person }) => person.name },
  bed: { label: 'Ward and bed', needsCare: true, keyOf: wardAndBed },
};

export type OrderChoice = { id: BoardOrder; label: string };

/** The orders of a reader, in the order shown. */
export function ordersFor({ role }: Pick<Me, 'role'>): OrderChoice[] {
  return BOARD_ORDERS.filter((id) => role !== 'housing' || !ROWS[id].needsCare).map((id) => ({
    ...{ id, label: ROWS[id].label },
  }));
}

/** Cards in an order; whoever has left comes last in each. */
export function sortCards(cards: readonly Card[], order: BoardOrder): Card[] {
  const { keyOf } = ROWS[order];
  return cards
    .map((card) => ({ card, hasLeft: Number(card.dischargedOn !== null), key: keyOf(card) }))
    .sort(
      (one, other) =>
        one.hasLeft - other.hasLeft ||
        compare(one.key, other.key) ||
        byUrgency(one.card, other.card),
    )
    .map(({ card }) => card);
}

/** Who has left comes last; then by EDD, those without one after those with; then the longest stay. */
export function byUrgency(one: Card, other: Card): number {
  return (
    Number(one.dischargedOn !== null) - Number(other.dischargedOn !== null) ||
    compare(one.edd ?? NO_DAY, other.edd ?? NO_DAY) ||
    (other.lengthOfStay ?? 0) - (one.lengthOfStay ?? 0) ||
    compare(one.person.name, other.person.name) ||
    compare(one.id, other.id)
  );
}

/** By code unit: names of people sort alike in every browser, and 2,500 of them quickly. */
function compare(one: string | number, other: string | number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** "Ward 9" before "Ward 10", "B4" before "B12"; no bed after every bed. */
function wardAndBed({ ward, bed }: Card): string {
  const place = `${ward.site} ${ward.name} ${ward.id}`;
  return `${place} ${bed ?? '~'}`.replace(/\d+/g, (digits) => digits.padStart(4, '0'));
}
