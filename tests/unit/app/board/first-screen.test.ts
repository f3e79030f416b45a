import { expect, it } from 'vitest';
import { firstScreen } from '../../../../app/board/first-screen.ts';
import { hubManager } from '../../../factories/actor.ts';
import { aBoardAnswer, aCard } from '../../../factories/board.ts';
import { NOW } from '../../../factories/clock.ts';
import { meOf } from '../../../factories/spell-view.ts';

const cards = Array.from({ length: 30 }, (_none, index) =>
  aCard(index + 1, { pathway: index < 20 ? 'none_set' : 'reablement', lengthOfStay: index }),
);
const url = { group: 'pathway', wardId: null, show: null, patientId: null } as const;
const page = { me: meOf(hubManager()), url, now: NOW, timeZone: 'Europe/London' };

it('holds the first eight patients of each column, and says how many there are', () => {
  const screen = firstScreen(aBoardAnswer({ cards }), page);
  expect(screen.cards).toHaveLength(16);
  expect(screen.columnTotals).toMatchObject({ none_set: 20, reablement: 10, lightbulb: 0 });
  expect(screen.total).toBe(30);
  expect(screen.counts['21-days']).toBe(9);
  expect(screen.wards.map(({ id }) => id)).toEqual(['lri-23']);
});

it('is filtered as the address says, while the counts stay those of everyone', () => {
  const filtered = { ...page, url: { ...url, show: '21-days' } } as const;
  const screen = firstScreen(aBoardAnswer({ cards }), filtered);
  expect(screen.columnTotals).toMatchObject({ none_set: 0, reablement: 9 });
  expect(screen.counts['7-days']).toBe(23);
  expect(
    firstScreen(aBoardAnswer({ cards }), { ...page, url: { ...url, wardId: 'x' } }).cards,
  ).toEqual([]);
});
