import type { RequestHandler } from 'express';
import { refuse } from '../../domain/result.ts';
import { sendRefusal } from './refusal-answer.ts';
import { isApi, sendSmallPage } from './small-page.ts';

export const MAX_BODY_BYTES = 64 * 1024;

const TOO_LARGE = 'What was sent is too large for the hub.';
const NO_LENGTH = 'What was sent does not say how large it is.';

/** Pages read a form into memory before they look at it, so its size is checked first. */
export const limitBody: RequestHandler = (req, res, next) => {
  const { 'content-length': length, 'transfer-encoding': encoding } = req.headers;
  const [status, sentence] =
    encoding !== undefined
      ? [411, NO_LENGTH]
      : Number(length ?? 0) > MAX_BODY_BYTES
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
