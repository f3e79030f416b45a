import { expect, it } from 'vitest';
import { proveClaimRace } from './claim-race.ts';

it('of 50 who claim one task at once one has it, and the others are told who', async () => {
  await proveClaimRace(10);
  expect.hasAssertions();
}, 120_000);
