import { expect, it } from 'vitest';
import { createSeedIds } from '../../../../db/seed/seed-ids.ts';

const makerOf = (id: string) => id.slice(0, 23);

it('gives one page’s ids to what somebody does in one day, and another’s to everything else', () => {
  const newId = createSeedIds('test');
  const first = newId('hana', '2026-11-20T09:00:00.000Z');
  const sameDay = newId('hana', '2026-11-20T16:30:00.000Z');
  const others = [
    newId('hana', '2026-11-21T09:00:00.000Z'),
    newId('priya', '2026-11-20T09:00:00.000Z'),
    newId(null, '2026-11-20T09:00:00.000Z'),
  ];
  expect(makerOf(sameDay)).toBe(makerOf(first));
  expect(sameDay).not.toBe(first);
  expect(new Set([first, ...others].map(makerOf)).size).toBe(4);
});

it('gives the same ids again for the same seed, and others for another', () => {
  const idOf = (seed: string) => createSeedIds(seed)('hana', '2026-10-25T01:30:00.000Z');
  expect(idOf('a')).toBe(idOf('a'));
  expect(idOf('a')).not.toBe(idOf('b'));
});
