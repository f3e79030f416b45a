import type { Router } from 'express';
import express from 'express';
import * as z from 'zod';
import type { RequestServices } from '../services.ts';
import { handleAsync } from './async-handler.ts';
import { MAX_BODY_BYTES } from './body-limit.ts';
import { sendRefusal } from './refusal-answer.ts';
import type { Request } from 'express';

const form = z.object({ email: z.string().catch(''), password: z.string().catch('') });

/** Signing in and out where the hub runs without its pages, which do this otherwise. */
export function plainSignInRoutes(servicesFor: (req: Request) => RequestServices): Router {
  const router = express.Router();
  router.post(
    '/login',
    express.urlencoded({ extended: false, limit: MAX_BODY_BYTES }),
    handleAsync(async (req, res) => {
      const result = await servicesFor(req).signIn(form.parse(req.body ?? {}));
      if (result.ok) {
        res.set('Set-Cookie', result.setCookie).redirect(302, '/');
        return;
      }
      const { retryAfterSeconds, ...refusal } = result;
      if (retryAfterSeconds !== undefined) res.set('Retry-After', String(retryAfterSeconds));
      sendRefusal(res, refusal);
    }),
  );
  router.post(
    '/logout',
    handleAsync(async (req, res) => {
      const { setCookie } = await servicesFor(req).signOut();
      res.set('Set-Cookie', setCookie).redirect(302, '/login');
    }),
  );
  return router;
}
