import { randomBytes, randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from '../logger.ts';
import { beginState, stateOf } from './request-state.ts';

/** Gives each request its id and nonce. An id that a client sends is not used. */
export const identifyRequest: RequestHandler = (req, res, next) => {
  const requestId = randomUUID();
  beginState(req, {
    requestId,
    nonce: randomBytes(18).toString('base64'),
    session: null,
    isLocked: false,
  });
  res.set('X-Request-Id', requestId);
  next();
};

/** One line for each answer: no query string, no body, no header, no patient. */
export function logRequests(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    res.on('close', () => {
      const { requestId, session } = stateOf(req);
      const line = {
        requestId,
        method: req.method,
        path: loggedPath(req, res.statusCode),
        status: res.statusCode,
        ms: Math.round(performance.now() - startedAt),
        ...(session === null ? {} : { accountId: session.actor.id }),
        ...(res.writableFinished ? {} : { wasCutOff: true }),
      };
      if (res.statusCode >= 500) logger.error(line, 'answered');
      else logger.info(line, 'answered');
    });
    next();
  };
}

/** The words that addresses of the hub are made of; everything else in one is an id, or anything. */
const WORDS = new Set(
  ' api board commands input lock unlock spells login logout admin wards find __manifest _root'.split(
    ' ',
  ),
);

/** Security: only words of ours. What else is in a path may be a name or a number of a patient. */
function loggedPath(req: Request, status: number): string {
  if (status === 404) return '(unknown)';
  const path = req.originalUrl.replace(/\?.*$/s, '');
  return path
    .split('/')
    .map((part) => (WORDS.has(part.replace(/\.data$/, '')) ? part : ':id'))
    .join('/');
}
