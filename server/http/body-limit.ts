import type { Request, RequestHandler } from 'express';
import { refuse } from '../../domain/result.ts';
import { sendRefusal } from './refusal-answer.ts';
import { isApi, sendSmallPage } from './small-page.ts';

export const MAX_BODY_BYTES = 64 * 1024;

/** The one page that is sent a file, by people who are signed in; its form is read whole. */
const UPLOAD_PATH = '/reports/discharges/national';
const MAX_UPLOAD_BYTES = 1024 * 1024;

export function isUpload({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  return method === 'POST' && path === UPLOAD_PATH;
}

const TOO_LARGE = 'What was sent is too large for the hub.';
const NO_LENGTH = 'What was sent does not say how large it is.';

/** Pages read a form into memory before they look at it, so its size is checked first. */
export const limitBody: RequestHandler = (req, res, next) => {
  const { 'content-length': length, 'transfer-encoding': encoding } = req.headers;
  const [status, sentence] =
    encoding !== undefined
      ? [411, NO_LENGTH]
      : Number(length ?? 0) > (isUpload(req) ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES)
        ? [413, TOO_LARGE]
        : [200, ''];
  if (status === 200) {
    next();
    return;
  }
  // The rest of the body is not read, so the connection cannot be used again.
  res.set('Connection', 'close');
  if (isApi(req)) sendRefusal(res, refuse('INVALID', sentence), status);
  else sendSmallPage(res, status, 'This was not done', sentence);
};
