import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { denyImports } from 'vite-env-only';
import remixConfig from './remix.config.js';

export default defineConfig({
  plugins: [
    // The build succeeds with a server module in the browser's bundle, so it is refused by name.
    denyImports({
      client: {
        files: ['server/**', 'db/**'],
        specifiers: [
          /^better-sqlite3(\/|$)/,
          /^drizzle-orm(\/|$)/,
          /^@node-rs\//,
          'croner',
          'express',
          'helmet',
          'pino',
          'rate-limiter-flexible',
          'socket.io',
        ],
      },
    }),
    // The plugin cannot run inside the test runner.
    !process.env.VITEST && remix(remixConfig),
  ],
  build: {
    sourcemap: false,
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
  },
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: [fileURLToPath(new URL('./node_modules/nhsuk-frontend/dist', import.meta.url))],
        quietDeps: true,
      },
    },
  },
  optimizeDeps: {
    // Found only after the first page otherwise, which can leave that page dead.
    include: ['socket.io-client'],
  },
});
