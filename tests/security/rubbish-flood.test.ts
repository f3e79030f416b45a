import { expect, it } from 'vitest';
import { proveRubbishFlood } from './rubbish-flood.ts';

it('rubbish over sockets and HTTP hurts nobody who works meanwhile', async () => {
  await proveRubbishFlood('a flood of 500', 500);
  expect.hasAssertions();
}, 120_000);
