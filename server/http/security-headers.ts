import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import { stateOf } from './request-state.ts';

const YEAR_SECONDS = 365 * 24 * 3600;

type Options = { publicOrigin: string; isDevelopment: boolean };

/** Headers for every answer. In development the page reloads itself, which needs more freedom. */
export function securityHeaders({ publicOrigin, isDevelopment }: Options): RequestHandler {
  const isSecure = publicOrigin.startsWith('https:');
  const socketOrigin = publicOrigin.replace(/^http/, 'ws');
  const nonceOf = (req: IncomingMessage, _res: ServerResponse) =>
    // helmet's types know Node's request only; it is Express that calls.
    `'nonce-${stateOf(req as Request).nonce}'`;

  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonceOf],
        styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", socketOrigin],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // Security: with `no-referrer` browsers send "Origin: null" with forms, and none would pass.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure ? { maxAge: YEAR_SECONDS } : false,
    xFrameOptions: { action: 'deny' },
  });
}

/** What the hub answers is for this person now; neither browser nor proxy keeps it. */
export const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
