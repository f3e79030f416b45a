import { describe, expect, it } from 'vitest';
import {
  isLongStay,
  longStays,
  mayReview,
  reviewBandOf,
} from '../../../../domain/review/long-stays.ts';

const stay = (id: string, lengthOfStay: number, delayDays: number, dischargedOn: string | null) => {
  return { id, lengthOfStay, delayDays, dischargedOn };
};
const STAYS = [
  stay('a', 21, 0, null),
  stay('b', 40, 9, null),
  stay('c', 20, 12, null),
  stay('d', 60, 30, '2026-11-23'),
  stay('e', 30, 9, null),
  stay('f', 6, 2, null),
];

describe('the review of long stays', () => {
  it.each([
    [21, ['b', 'e', 'a']],
    [14, ['c', 'b', 'e', 'a']],
    [7, ['c', 'b', 'e', 'a']],
  ] as const)('%d nights and more, who is still here, the longest delay first', (band, ids) => {
    const of = longStays(STAYS).filter((stay) => isLongStay(stay, band));
    expect(of.map(({ id }) => id)).toEqual(ids);
  });

  it('is of the longest where the address says nothing that it knows', () => {
    expect([null, '14', '8', ''].map(reviewBandOf)).toEqual([21, 14, 21, 21]);
  });

  it.each([
    ['ward', true],
    ['broker', true],
    ['hub', true],
    ['housing', false],
    ['admin', false],
    ['timer', false],
  ] as const)('for %s: %s', (role, may) => {
    expect(mayReview({ role })).toBe(may);
  });
});
