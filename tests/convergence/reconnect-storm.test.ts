import { expect, it } from 'vitest';
import { proveReconnectStorm } from './reconnect-storm.ts';

it('boards that all lose their connection at once all hold what they should in the end', async () => {
  await proveReconnectStorm('a storm of 40', 40);
  expect.hasAssertions();
}, 120_000);
