import { expect, it } from 'vitest';
import { provePast } from './past-of-histories.ts';

const SEEDS = ['past 1', 'past 2', 'past 3', 'past 4'];

it(`the hub as it was is what it held, at every moment (${SEEDS.join(', ')})`, async () => {
  let leftOut = 0;
  for (const seed of SEEDS) leftOut += await provePast(seed, 60);
  // Histories in which nobody ever went out of sight would prove nothing.
  expect(leftOut).toBeGreaterThan(5);
});
