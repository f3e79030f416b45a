import type { ErrorRequestHandler, RequestHandler, Router } from 'express';
import express from 'express';
import { refuse } from '../../domain/result.ts';
import type { Services } from '../services.ts';
import { MAX_BODY_BYTES } from './body-limit.ts';
import { sendRefusal } from './refusal-answer.ts';
import { signedInOnly } from './signed-in-only.ts';

const UNREADABLE = refuse('INVALID', 'What was sent could not be read: it must be JSON.');
const TOO_LARGE = refuse('INVALID', 'What was sent is too large for the hub.');

type Deps = { services: Pick<Services, 'execute'>; limit: RequestHandler };

/** `POST /api/commands`: the door for change, for the board and for other programs. */
export function commandRoutes({ services, limit }: Deps): Router {
  const router = express.Router();
  router.post(
    '/api/commands',
    limit,
    express.json({ limit: MAX_BODY_BYTES, type: () => true, reviver: wellFormed }),
    refuseUnreadable,
    signedInOnly(async (actor, req, res) => {
      const body: unknown = req.body;
      const answer = await services.execute(actor, body);
      if (answer.ok) res.json(answer);
      else sendRefusal(res, answer);
    }),
  );
  return router;
}

/** Half a character, which JSON can write, is kept differently in memory and on the disk. */
function wellFormed(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;
}

/** Errors of the JSON parser carry a status; others are faults. */
const refuseUnreadable: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 413) sendRefusal(res, TOO_LARGE, 413);
  else if (typeof status === 'number' && status < 500) sendRefusal(res, UNREADABLE);
  else next(error);
};
