import type { Request, Router } from 'express';
import express from 'express';
import * as z from 'zod';
import { refuse } from '../../domain/result.ts';
import type { Sessions } from '../accounts/sessions.ts';
import type { RequestServices } from '../services.ts';
import { handleAsync } from './async-handler.ts';
import { jsonBody } from './json-body.ts';
import { sendRefusal } from './refusal-answer.ts';
import { stateOf } from './request-state.ts';
import { signedInOnly } from './signed-in-only.ts';

const WRONG_PASSWORD = refuse('NOT_SIGNED_IN', 'The password is wrong.');

const NOBODY = refuse('INVALID', 'Say who unlocks, and with which password.');

const unlocking = z.object({ userId: z.string(), password: z.string() });

type Deps = {
  sessions: Pick<Sessions, 'lock'>;
  servicesFor: (req: Request) => Pick<RequestServices, 'signIn'>;
  emailOf: (userId: string) => Promise<string | null>;
};

/** What pages say of the person before them: somebody is there, nobody is, the same one is back. */
export function sessionRoutes({ sessions, servicesFor, emailOf }: Deps): Router {
  const router = express.Router();
  // That it came is all it says: like every request that is not only to read, it was noted already.
  router.post(
    '/api/input',
    signedInOnly((_actor, _req, res) => void res.status(204).end()),
  );
  router.post(
    '/api/lock',
    signedInOnly(async (_actor, req, res) => {
      const { session } = stateOf(req);
      if (session !== null) await sessions.lock(session.tokenHash);
      res.status(204).end();
    }),
  );
  router.post(
    '/api/unlock',
    jsonBody,
    handleAsync(async (req, res) => {
      const parsed = unlocking.safeParse(req.body);
      if (!parsed.success) {
        sendRefusal(res, NOBODY);
        return;
      }
      const { userId, password } = parsed.data;
      // Security: nobody of that id takes as long, and counts like, nobody of that address.
      const email = (await emailOf(userId)) ?? userId;
      const result = await servicesFor(req).signIn({ email, password });
      if (result.ok) {
        res.set('Set-Cookie', result.setCookie).json({ ok: true });
        return;
      }
      const { retryAfterSeconds, ...refusal } = result;
      if (retryAfterSeconds !== undefined) res.set('Retry-After', String(retryAfterSeconds));
      sendRefusal(res, refusal.code === 'NOT_SIGNED_IN' ? WRONG_PASSWORD : refusal);
    }),
  );
  return router;
}
