import type { ErrorRequestHandler, RequestHandler } from 'express';
import express from 'express';
import { refuse } from '../../domain/result.ts';
import { MAX_BODY_BYTES } from './body-limit.ts';
import { sendRefusal } from './refusal-answer.ts';

const UNREADABLE = refuse('INVALID', 'What was sent could not be read: it must be JSON.');
const TOO_LARGE = refuse('INVALID', 'What was sent is too large for the hub.');

/** Half a character, which JSON can write, is kept differently in memory and on the disk. */
function wellFormed(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;
}

/** Errors of the JSON parser carry a status; others are faults. */
const refuseUnreadable: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 413) sendRefusal(res, TOO_LARGE, 413);
  else if (typeof status === 'number' && status < 500) sendRefusal(res, UNREADABLE);
  else next(error);
};

/** Reads what was sent as JSON, whatever it says of itself, or refuses it. */
export const jsonBody: (RequestHandler | ErrorRequestHandler)[] = [
  express.json({ limit: MAX_BODY_BYTES, type: () => true, reviver: wellFormed }),
  refuseUnreadable,
];
