import { describe, expect, it } from 'vitest';
import type { BoardOrder } from '../../../../app/board/sort-cards.ts';
import { ordersFor, sortCards } from '../../../../app/board/sort-cards.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { aCard } from '../../../factories/board.ts';
import { TODAY } from '../../../factories/clock.ts';

const named = (number: number, name: string, changes: Partial<Card> = {}) =>
  aCard(number, { ...changes, person: { ...aCard(number).person, name } });
const inWard = (number: number, name: string, bed: string | null) =>
  aCard(number, { bed, ward: { ...aCard(number).ward, id: name, name } });

/** Each list as it should stand; it is sorted from the other end. */
const SORTED: [BoardOrder, string, Card[]][] = [
  [
    'urgency',
    'the most overdue first, then the longest stay; who has left last',
    [
      aCard(1, { edd: '2026-11-20', lengthOfStay: 3 }),
      aCard(3, { edd: TODAY, lengthOfStay: 20 }),
      aCard(2, { edd: TODAY, lengthOfStay: 9 }),
      aCard(5, { lengthOfStay: 40 }),
      aCard(4, { lengthOfStay: 2 }),
      aCard(6, { edd: '2026-11-01', dischargedOn: TODAY }),
    ],
  ],
  [
    'edd',
    'the earliest first, none last',
    [aCard(1, { edd: '2026-11-24' }), aCard(2, { edd: '2026-12-01' }), aCard(3)],
  ],
  [
    'delay',
    'the longest delayed first, then by urgency',
    [
      aCard(1, { delayDays: 12 }),
      aCard(3, { delayDays: 2, edd: '2026-11-20' }),
      aCard(2, { delayDays: 2, edd: '2026-11-25' }),
      aCard(4, { delayDays: 30, dischargedOn: TODAY }),
    ],
  ],
  [
    'stay',
    'the longest in hospital first',
    [aCard(1, { lengthOfStay: 30 }), aCard(2, { lengthOfStay: 9 }), aCard(3, { lengthOfStay: 0 })],
  ],
  [
    'name',
    'by family name, whatever the EDD',
    [named(3, 'ADAMS, Zoe'), named(2, 'BAKER, Al', { edd: TODAY }), named(1, 'BAKER, Bo')],
  ],
  [
    'bed',
    'by ward, then by bed, each as it is counted; no bed last',
    [
      inWard(1, 'Ward 9', 'B4'),
      inWard(2, 'Ward 9', 'B12'),
      inWard(3, 'Ward 9', null),
      inWard(4, 'Ward 10', 'A1'),
    ],
  ],
];

describe('the order within a column', () => {
  it.each(SORTED)('%s: %s', (order, _what, expected) => {
    expect(sortCards([...expected].reverse(), order)).toEqual(expected);
  });

  it('has nothing of care for housing', () => {
    expect(ordersFor({ role: 'housing' }).map(({ id }) => id)).toEqual(['urgency', 'edd', 'name']);
    expect(ordersFor({ role: 'ward' })).toHaveLength(SORTED.length);
  });
});
