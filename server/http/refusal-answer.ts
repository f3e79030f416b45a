import type { Response } from 'express';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/result.ts';

export function sendRefusal(
  res: Response,
  refusal: Refusal,
  status = REFUSAL_STATUS[refusal.code],
) {
  res.status(status).json(refusal);
}
