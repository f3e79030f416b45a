import type { RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../../domain/result.ts';
import { handleAsync } from './async-handler.ts';
import { sendRefusal } from './refusal-answer.ts';
import { stateOf } from './request-state.ts';
import { signedInOnly } from './signed-in-only.ts';
import { sendSmallPage } from './small-page.ts';

const WINDOW_SECONDS = 5;

const SENTENCE = 'Too many changes at once. Wait a few seconds and try again.';
const TOO_MANY = refuse('TOO_MANY', SENTENCE);

export type ChangeLimit = {
  /** For the API, before anything is read. */
  commands: RequestHandler;
  /** For forms of pages, searches among them; whoever is not signed in has limits of their own. */
  forms: RequestHandler;
};

/**
 * What one person may send, however they send it. Over a few seconds, so that a browser which was
 * offline may send what waited at once.
 */
export function createChangeLimit(commandsPerSecond: number): ChangeLimit {
  const limiter = new RateLimiterMemory({
    points: commandsPerSecond * WINDOW_SECONDS,
    duration: WINDOW_SECONDS,
  });
  const isWithin = async (actorId: string, res: Response) => {
    try {
      await limiter.consume(actorId);
      return true;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      res.set('Retry-After', String(Math.ceil(error.msBeforeNext / 1000)));
      return false;
    }
  };
  return {
    commands: signedInOnly(async (actor, _req, res, next) => {
      if (await isWithin(actor.id, res)) next();
      else sendRefusal(res, TOO_MANY);
    }),
    forms: handleAsync(async (req, res, next) => {
      const { session } = stateOf(req);
      if (req.method !== 'POST' || session === null || (await isWithin(session.actor.id, res))) {
        next();
      } else {
        sendSmallPage(res, 429, 'This was not done', SENTENCE);
      }
    }),
  };
}
