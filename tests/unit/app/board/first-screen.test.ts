import { expect, it } from 'vitest';
import type { BoardUrl } from '../../../../app/board/board-url.ts';
import { firstScreen } from '../../../../app/board/first-screen.ts';
import { hubManager, wardCoordinator } from '../../../factories/actor.ts';
import { aBoardAnswer, aCard } from '../../../factories/board.ts';
import { NOW } from '../../../factories/clock.ts';
import { LOOKUPS, meOf } from '../../../factories/spell-view.ts';

const cards = Array.from({ length: 30 }, (_none, index) =>
  aCard(index + 1, { pathway: index < 20 ? 'none_set' : 'reablement', lengthOfStay: index }),
);
const url: BoardUrl = {
  ...{ group: 'pathway', order: 'urgency', show: null, fields: {}, patientId: null },
};
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
  const filtered = { ...page, url: { ...url, show: '21-days' as const } };
  const screen = firstScreen(aBoardAnswer({ cards }), filtered);
  expect(screen.columnTotals).toMatchObject({ none_set: 0, reablement: 9 });
  expect(screen.counts['7-days']).toBe(23);
  const elsewhere = { ...page, url: { ...url, fields: { ward: 'lri-31' } } };
  expect(firstScreen(aBoardAnswer({ cards }), elsewhere).cards).toEqual([]);
  expect(firstScreen(aBoardAnswer({ cards }), elsewhere).counts['7-days']).toBe(0);
});

it('of very many columns it holds those that come first, and says how many are in the others', () => {
  const wards = Array.from({ length: 60 }, (_none, index) => ({
    ...{ id: `w${index}`, name: `Ward ${index}`, siteId: 'lri', site: 'LRI', provider: 'uhl' },
  }));
  const everywhere = wards.map(({ id, name, site }, index) =>
    aCard(index + 1, { ward: { id, name, site } }),
  );
  const answer = aBoardAnswer({ cards: everywhere, lookups: { ...LOOKUPS, wards } });
  const screen = firstScreen(answer, { ...page, url: { ...url, group: 'ward' } });
  expect(screen.cards).toHaveLength(10);
  expect(Object.values(screen.columnTotals)).toEqual(wards.map(() => 1));
});

it('offers a coordinator their own wards, empty or not', () => {
  const me = meOf(wardCoordinator());
  const screen = firstScreen(aBoardAnswer({ cards }), { ...page, me });
  expect(screen.wards.map(({ id }) => id)).toEqual(['lri-23', 'lri-31']);
});
