import type { Response } from 'express';
import type { Refusal, RefusalCode } from '../../domain/result.ts';

/** The one HTTP status of each refusal. */
export const STATUS_OF: Record<RefusalCode, number> = {
  INVALID: 400,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RULE_BROKEN: 422,
  TOO_MANY: 429,
  UNAVAILABLE: 503,
};

export function sendRefusal(res: Response, refusal: Refusal, status = STATUS_OF[refusal.code]) {
  res.status(status).json(refusal);
}
