import { expect, it } from 'vitest';
import type { RovingKey } from '../../../../app/board/roving.ts';
import { cardTowards, tabStop } from '../../../../app/board/roving.ts';
import { aCard } from '../../../factories/board.ts';
import { idOf } from '../../../factories/ids.ts';

/** 1, 2, 3 in the first column; nobody in the second; 4 in the third. */
const columns = [{ cards: [aCard(1), aCard(2), aCard(3)] }, { cards: [] }, { cards: [aCard(4)] }];

it.each<[number, RovingKey, number | null]>([
  [1, 'ArrowDown', 2],
  [3, 'ArrowDown', null],
  [2, 'ArrowUp', 1],
  [1, 'ArrowUp', null],
  [1, 'End', 3],
  [3, 'Home', 1],
  [1, 'ArrowRight', 4],
  [3, 'ArrowRight', 4],
  [4, 'ArrowRight', null],
  [4, 'ArrowLeft', 1],
  [1, 'ArrowLeft', null],
  [99, 'ArrowDown', null],
])('from patient %i, %s leads to %s', (from, key, to) => {
  expect(cardTowards(columns, idOf(from), key)).toBe(to === null ? null : idOf(to));
});

it('Tab stops once in each column: at the last card while it is there, else at the first', () => {
  const [first = { cards: [] }] = columns;
  expect(tabStop(first, idOf(3))).toBe(idOf(3));
  expect(tabStop(first, idOf(99))).toBe(idOf(1));
  expect(tabStop(first, null)).toBe(idOf(1));
  expect(tabStop({ cards: [] }, null)).toBeNull();
});
