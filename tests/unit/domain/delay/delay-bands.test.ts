import { expect, it } from 'vitest';
import { delayBandOf } from '../../../../domain/delay/delay-bands.ts';

it.each([
  [0, undefined],
  [1, '1 day'],
  [2, '2 to 3 days'],
  [3, '2 to 3 days'],
  [4, '4 to 6 days'],
  [6, '4 to 6 days'],
  [7, '7 to 13 days'],
  [13, '7 to 13 days'],
  [14, '14 to 20 days'],
  [20, '14 to 20 days'],
  [21, '21 days and more'],
  [400, '21 days and more'],
])('a delay of %i days is in the band "%s"', (days, name) => {
  expect(delayBandOf(days)?.name).toBe(name);
});
