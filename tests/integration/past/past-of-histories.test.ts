import { it } from 'vitest';
import { provePast } from './past-of-histories.ts';

it.each(['past 1', 'past 2'])('the hub as it was is what it held, at every moment (%s)', (seed) =>
  provePast(seed, 80),
);
