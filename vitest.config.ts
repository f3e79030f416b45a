import { defineConfig } from 'vitest/config';

// Far from the hub's own zone and its clock changes, so that code which uses the machine's fails.
process.env.TZ = 'America/New_York';

const shared = {
  allowOnly: false,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  // Only ends what hangs: on a busy machine the longest test takes a good part of 20 s.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

const daily = [
  {
    test: {
      ...shared,
      name: 'node',
      environment: 'node',
      include: ['tests/{unit,integration,realtime,security,convergence,architecture}/**/*.test.ts'],
      setupFiles: ['tests/setup/node.ts'],
    },
  },
  {
    test: {
      ...shared,
      name: 'jsdom',
      environment: 'jsdom',
      include: ['tests/components/**/*.test.tsx'],
      setupFiles: ['tests/setup/jsdom.ts'],
    },
  },
];

const soak = [
  {
    test: {
      ...shared,
      name: 'soak',
      environment: 'node',
      include: ['tests/soak/**/*.soak.ts'],
      setupFiles: ['tests/setup/node.ts'],
      testTimeout: 4 * 60 * 60_000,
      hookTimeout: 10 * 60_000,
    },
  },
];

export default defineConfig({
  test: {
    projects: process.env.SOAK ? soak : daily,
  },
});
