import { expect, it } from 'vitest';
import { proveKills } from './kills.ts';

it('nothing acknowledged is lost or doubled when the server is killed while people write', async () => {
  await proveKills('five kills', 5);
  expect.hasAssertions();
}, 120_000);
