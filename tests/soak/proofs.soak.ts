import { describe, expect, it } from 'vitest';
import { proveClaimRace } from '../convergence/claim-race.ts';
import { proveKills } from '../convergence/kills.ts';
import { proveProcessHistory } from '../convergence/process-history.ts';
import { proveReconnectStorm } from '../convergence/reconnect-storm.ts';
import { provePast } from '../integration/past/past-of-histories.ts';
import { proveRubbishFlood } from '../security/rubbish-flood.ts';

const HISTORIES = 50;

it('nothing is lost or doubled in 100 kills under load', async () => {
  await proveKills('a hundred kills', 100);
  expect.hasAssertions();
});

it('of 50 who claim one task at once one has it, 200 times', async () => {
  await proveClaimRace(200);
  expect.hasAssertions();
});

it('10,000 malformed frames and requests hurt nobody', async () => {
  await proveRubbishFlood('a flood of 10,000', 10_000);
  expect.hasAssertions();
});

it('1,000 boards that are cut off at once all hold what they should in the end', async () => {
  await proveReconnectStorm('a storm of 1,000', 1_000);
  expect.hasAssertions();
});

describe('many people, a network that cuts, and a server that is frozen and killed, for long', () => {
  it.each(Array.from({ length: HISTORIES }, (_, index) => `long process history ${index}`))(
    'every board equals the server in the end (%s)',
    proveProcessHistory,
  );
});

describe('the hub as it was, over long histories', () => {
  it.each(Array.from({ length: 20 }, (_, index) => `long past ${index}`))(
    'is what it held, at every moment (%s)',
    async (seed) => {
      expect(await provePast(seed, 300)).toBeGreaterThan(5);
      expect.hasAssertions();
    },
  );
});
