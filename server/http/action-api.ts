import type { Router } from 'express';
import express from 'express';
import { refuse } from '../../domain/result.ts';
import { besideCards } from '../../domain/spell/beside-card.ts';
import type { Services } from '../services.ts';
import { sendRefusal } from './refusal-answer.ts';
import { signedInOnly } from './signed-in-only.ts';

const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Actions are for those who care for patients.');

/** `GET /api/actions`: what is agreed about everybody in sight, beside the cards: open first, then ended. */
export function actionRoutes({ actions }: Pick<Services, 'actions'>): Router {
  const router = express.Router();
  router.get(
    '/api/actions',
    signedInOnly((actor, _req, res) => {
      if (actor.role === 'admin') sendRefusal(res, NOT_FOR_YOU);
      else res.json({ said: besideCards(actions(actor)) });
    }),
  );
  return router;
}
