import type { RequestHandler, Router } from 'express';
import express from 'express';
import type { Services } from '../services.ts';
import { jsonBody } from './json-body.ts';
import { sendRefusal } from './refusal-answer.ts';
import { signedInOnly } from './signed-in-only.ts';

type Deps = { services: Pick<Services, 'execute'>; limit: RequestHandler };

/** `POST /api/commands`: the door for change, for the board and for other programs. */
export function commandRoutes({ services, limit }: Deps): Router {
  const router = express.Router();
  router.post(
    '/api/commands',
    limit,
    jsonBody,
    signedInOnly(async (actor, req, res) => {
      const body: unknown = req.body;
      const answer = await services.execute(actor, body);
      if (answer.ok) res.json(answer);
      else sendRefusal(res, answer);
    }),
  );
  return router;
}
