import { randomBytes, randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from '../logger.ts';
import { beginState, stateOf } from './request-state.ts';

/** Gives each request its id and nonce. An id that a client sends is not used. */
export const identifyRequest: RequestHandler = (req, res, next) => {
  const requestId = randomUUID();
  beginState(req, { requestId, nonce: randomBytes(18).toString('base64'), session: null });
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

/** Security: a path that is no page of ours may say anything, a name or a number of a patient too. */
function loggedPath(req: Request, status: number): string {
  if (status === 404) return '(unknown)';
  const path = req.originalUrl.replace(/\?.*$/s, '');
  return path
    .split('/')
    .map((part) => (/\d/.test(part) ? ':id' : part))
    .join('/');
}
