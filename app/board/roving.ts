import type { Column } from './group-cards.ts';

export const ROVING_KEYS = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
] as const;
export type RovingKey = (typeof ROVING_KEYS)[number];

type Columns = readonly Pick<Column, 'cards'>[];
type Cell = { column: number; row: number };

/** The card that an arrow, Home or End leads to; null where there is none that way. */
export function cardTowards(columns: Columns, fromId: string, key: RovingKey): string | null {
  const from = cellOf(columns, fromId);
  if (from === null) return null;
  const cards = columns[from.column]?.cards ?? [];
  switch (key) {
    case 'ArrowUp':
      return cards[from.row - 1]?.id ?? null;
    case 'ArrowDown':
      return cards[from.row + 1]?.id ?? null;
    case 'Home':
      return cards[0]?.id ?? null;
    case 'End':
      return cards.at(-1)?.id ?? null;
    case 'ArrowLeft':
      return inColumns(columns.slice(0, from.column).reverse(), from.row);
    case 'ArrowRight':
      return inColumns(columns.slice(from.column + 1), from.row);
    default:
      return key satisfies never;
  }
}

/** The card of a column that Tab reaches: the one last been on while it is there, else the first. */
export function tabStop({ cards }: Pick<Column, 'cards'>, lastId: string | null): string | null {
  return cards.some(({ id }) => id === lastId) ? lastId : (cards[0]?.id ?? null);
}

/** Empty columns are passed over; a shorter one ends at its last card. */
function inColumns(columns: Columns, row: number): string | null {
  const target = columns.find(({ cards }) => cards.length > 0);
  if (target === undefined) return null;
  return (target.cards[row] ?? target.cards.at(-1))?.id ?? null;
}

function cellOf(columns: Columns, cardId: string): Cell | null {
  for (const [column, { cards }] of columns.entries()) {
    const row = cards.findIndex(({ id }) => id === cardId);
    if (row >= 0) return { column, row };
  }
  return null;
}
