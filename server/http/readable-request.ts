import type { Request, RequestHandler, Response } from 'express';
import { refuse } from '../../domain/result.ts';
import { sendRefusal } from './refusal-answer.ts';
import { isUpload } from './body-limit.ts';
import { isApi, sendSmallPage } from './small-page.ts';

const METHODS = ['GET', 'HEAD', 'POST'];
const FORM = 'application/x-www-form-urlencoded';
const FILE_FORM = 'multipart/form-data';

const NOT_AN_ADDRESS = 'The hub could not read this address.';
const NOT_A_METHOD = 'The hub is read with GET and changed with POST.';
const NOT_A_FORM = 'The hub could not read this form.';

/** A path of this site whose escapes can be read. Security: Remix would print one that cannot. */
export const requireAddress: RequestHandler = (req, res, next) => {
  if (isAddress(req.originalUrl)) next();
  else refuseRequest(req, res, 400, NOT_AN_ADDRESS);
};

export const requireMethod: RequestHandler = (req, res, next) => {
  if (METHODS.includes(req.method)) {
    next();
    return;
  }
  res.set('Allow', METHODS.join(', '));
  refuseRequest(req, res, 405, NOT_A_METHOD);
};

/** Pages read what is posted as a form; nothing posted is an empty one. */
export const requireForm: RequestHandler = (req, res, next) => {
  if (req.method !== 'POST') {
    next();
    return;
  }
  const isEmpty = Number(req.headers['content-length'] ?? 0) === 0;
  if (isEmpty) req.headers['content-type'] = FORM;
  const isFile = isUpload(req) && req.is(FILE_FORM) === FILE_FORM;
  if (isEmpty || isFile || req.is(FORM) === FORM) next();
  else refuseRequest(req, res, 415, NOT_A_FORM);
};

function isAddress(url: string): boolean {
  if (!url.startsWith('/')) return false;
  try {
    decodeURIComponent(url.replace(/\?.*$/s, ''));
    return true;
  } catch {
    // The only way to ask whether a path can be read is to try it.
    return false;
  }
}

function refuseRequest(req: Request, res: Response, status: number, sentence: string): void {
  if (isApi(req)) sendRefusal(res, refuse('INVALID', sentence), status);
  else sendSmallPage(res, status, 'This was not done', sentence);
}
