import type { ErrorRequestHandler, RequestHandler } from 'express';
import { DatabaseFault, sqliteFamily } from '../../db/database-fault.ts';
import { refuse } from '../../domain/result.ts';
import type { Logger } from '../logger.ts';
import { describeFault } from '../logger.ts';
import { sendRefusal } from './refusal-answer.ts';
import { stateOf } from './request-state.ts';
import { isApi, sendSmallPage } from './small-page.ts';

const NOT_AN_ADDRESS = refuse('NOT_FOUND', 'The hub has nothing at this address.');
const STORAGE = 'The hub cannot reach its records. Nothing was saved: try again in a minute.';

export const NOT_SAVED = refuse('UNAVAILABLE', STORAGE);
const UNEXPECTED = 'The hub could not do this. Try again, and tell the hub team if it goes on.';

export const unknownApi: RequestHandler = (_req, res) => {
  sendRefusal(res, NOT_AN_ADDRESS);
};

export const unknownFile: RequestHandler = (_req, res) => {
  res.status(404).type('text').send('Not found');
};

/** The one place where faults end: a log line with the request's id, and a calm sentence. */
export function answerFault(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const { requestId } = stateOf(req);
    if (isClientFault(error)) {
      logger.info({ requestId, fault: describeFault(error) }, 'unreadable request');
      sendSmallPage(res, 400, 'This was not done', 'The hub could not read this request.');
      return;
    }
    logger.error({ requestId, fault: describeFault(error) }, 'request failed');
    if (res.headersSent) {
      next(error);
      return;
    }
    const isStorage = isStorageFault(error);
    const [status, sentence] = isStorage ? [503, STORAGE] : [500, UNEXPECTED];
    if (isApi(req)) sendRefusal(res, refuse('UNAVAILABLE', sentence), status);
    else sendSmallPage(res, status, 'There is a problem with the service', sentence);
  };
}

/** A path with a broken escape, a range that does not exist. */
function isClientFault(error: unknown): boolean {
  if (error instanceof URIError) return true;
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500;
}

/** What the database threw; a query layer may have wrapped it. */
export function isStorageFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseFault || sqliteFamily(error) !== null) return true;
  return isStorageFault(error.cause);
}
