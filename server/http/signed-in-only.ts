import type { NextFunction, Request, Response } from 'express';
import type { Actor } from '../../domain/actor.ts';
import { refuse } from '../../domain/result.ts';
import { LOCKED } from '../accounts/sessions.ts';
import { handleAsync } from './async-handler.ts';
import { sendRefusal } from './refusal-answer.ts';
import { stateOf } from './request-state.ts';

const SIGNED_OUT = refuse('NOT_SIGNED_IN', 'You are signed out. Sign in and try again.');

const IS_LOCKED = refuse('LOCKED', LOCKED);

const SOMEBODY_ELSE = refuse(
  'NOT_SIGNED_IN',
  'Somebody else has signed in here meanwhile. Sign in again.',
);

type ActorHandler = (
  actor: Actor,
  req: Request,
  res: Response,
  next: NextFunction,
) => void | Promise<void>;

/**
 * A handler of the API that only runs for somebody who is signed in. A browser that says for whom
 * it sends (`Hub-User`) is never answered as whoever signed in there since.
 */
export function signedInOnly(handler: ActorHandler) {
  return handleAsync(async (req, res, next) => {
    const { session, isLocked } = stateOf(req);
    const sentBy = req.headers['hub-user'];
    if (session === null) sendRefusal(res, isLocked ? IS_LOCKED : SIGNED_OUT);
    else if (sentBy !== undefined && sentBy !== session.actor.id) sendRefusal(res, SOMEBODY_ELSE);
    else {
      // A page that was left open for somebody else must not show what comes next.
      res.set('Hub-User', session.actor.id);
      await handler(session.actor, req, res, next);
    }
  });
}
