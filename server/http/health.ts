import type { Router } from 'express';
import express from 'express';
import { handleAsync } from './async-handler.ts';
import { noStore } from './security-headers.ts';

type Deps = { checkHealth: () => Promise<void>; isClosing: () => boolean };

/** `/healthz`: the process answers. `/readyz`: so does its database, and it is not shutting down. */
export function healthRoutes({ checkHealth, isClosing }: Deps): Router {
  const router = express.Router();
  router.get('/healthz', noStore, (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get(
    '/readyz',
    noStore,
    handleAsync(async (_req, res) => {
      const isReady = !isClosing() && (await answers(checkHealth));
      res.status(isReady ? 200 : 503).json({ status: isReady ? 'ok' : 'unavailable' });
    }),
  );
  return router;
}

async function answers(checkHealth: () => Promise<void>): Promise<boolean> {
  try {
    await checkHealth();
    return true;
  } catch {
    // The answer itself says so; whoever asks every second would fill the log.
    return false;
  }
}
