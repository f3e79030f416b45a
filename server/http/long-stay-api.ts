import type { Router } from 'express';
import express from 'express';
import { refuse } from '../../domain/result.ts';
import { besideCards } from '../../domain/spell/beside-card.ts';
import type { Services } from '../services.ts';
import { sendRefusal } from './refusal-answer.ts';
import { signedInOnly } from './signed-in-only.ts';

const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Long stays are for wards, councils and the hub.');

/**
 * `GET /api/long-stays`: what is said of the long stays in sight beside their cards, which the board
 * has already.
 */
export function longStayRoutes({ longStays }: Pick<Services, 'longStays'>): Router {
  const router = express.Router();
  router.get(
    '/api/long-stays',
    signedInOnly((actor, _req, res) => {
      const rows = longStays(actor);
      if (rows === null) sendRefusal(res, NOT_FOR_YOU);
      else res.json({ said: besideCards(rows) });
    }),
  );
  return router;
}
