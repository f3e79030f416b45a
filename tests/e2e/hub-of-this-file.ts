import type { HubServer } from './hub-server.ts';
import { startHubServer } from './hub-server.ts';
import type { HubClient } from './hub-client.ts';
import { clientOf, test } from './people.ts';

type Options = Parameters<typeof startHubServer>[0];

export type HubOfThisFile = HubServer & {
  /** Arranges what a test needs, as the hub manager, who may do most. */
  manager: HubClient;
  today: string;
};

/** One server for all tests of a file: starting it takes longer than most of them. */
export function hubOfThisFile(options: Options = {}): () => HubOfThisFile {
  let started: HubOfThisFile | null = null;
  test.beforeAll(async () => {
    const server = await startHubServer(options);
    const manager = await clientOf(server, 'manager@demo.test');
    const { asOfDay: today } = await manager.board();
    started = { ...server, manager, today };
  });
  test.afterAll(async () => {
    await started?.remove();
  });
  return () => {
    if (started === null) throw new Error('The hub has not started yet');
    return started;
  };
}
