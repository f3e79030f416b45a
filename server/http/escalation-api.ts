import type { Router } from 'express';
import express from 'express';
import { refuse } from '../../domain/result.ts';
import { besideCards } from '../../domain/spell/beside-card.ts';
import type { Services } from '../services.ts';
import { sendRefusal } from './refusal-answer.ts';
import { signedInOnly } from './signed-in-only.ts';

const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Escalations are for those who care for patients.');

/**
 * `GET /api/escalations`: what is said of everything that is escalated in sight, beside the cards,
 * which the board has already.
 */
export function escalationRoutes({ escalations }: Pick<Services, 'escalations'>): Router {
  const router = express.Router();
  router.get(
    '/api/escalations',
    signedInOnly((actor, _req, res) => {
      if (actor.role === 'admin') sendRefusal(res, NOT_FOR_YOU);
      else {
        const rows = escalations(actor);
        res.json({ said: besideCards(rows) });
      }
    }),
  );
  return router;
}
