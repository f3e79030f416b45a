import type { Router } from 'express';
import express from 'express';
import { refuse } from '../../domain/result.ts';
import type { Services } from '../services.ts';
import { sendRefusal } from './refusal-answer.ts';
import { signedInOnly } from './signed-in-only.ts';

// Security: the same answer for what is not there and for what is not theirs to see.
const NOT_THERE = refuse('NOT_FOUND', 'This patient is not there, or is not yours to see.');

/** `GET /api/spells/:id`: everything about one stay that the reader may see. */
export function spellRoutes({ spellView }: Pick<Services, 'spellView'>): Router {
  const router = express.Router();
  router.get(
    '/api/spells/:id',
    signedInOnly(async (actor, req, res) => {
      const view = await spellView(actor, req.params.id ?? '');
      if (view === null) sendRefusal(res, NOT_THERE);
      else res.json(view);
    }),
  );
  return router;
}
