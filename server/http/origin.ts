import type { RequestHandler } from 'express';
import { refuse } from '../../domain/result.ts';
import { isLoopback } from '../config.ts';
import { sendRefusal } from './refusal-answer.ts';
import { isApi, sendSmallPage } from './small-page.ts';

const NOT_FROM_HERE =
  'This was not sent from the Discharge Hub itself, so nothing was done. Open the hub and try again.';

/**
 * Refuses whatever could change something and does not come from the hub's own pages.
 * Security: a missing Origin is refused too. Remix's own check lets it, and resource routes, through.
 */
export function requireOwnOrigin(publicOrigin: string): RequestHandler {
  return (req, res, next) => {
    const isReading = req.method === 'GET' || req.method === 'HEAD';
    if (isReading || req.headers.origin === publicOrigin) next();
    else if (isApi(req)) sendRefusal(res, refuse('NOT_ALLOWED', NOT_FROM_HERE));
    else sendSmallPage(res, 403, 'This was not done', NOT_FROM_HERE);
  };
}

/** Sends people who typed 127.0.0.1 to the name that the cookie and the origin belong to. */
export function redirectLoopback(publicOrigin: string): RequestHandler {
  const own = new URL(publicOrigin);
  return (req, res, next) => {
    const asked = hostnameOf(req.headers.host);
    const isOther = asked !== null && asked !== own.hostname && isLoopback(asked);
    const isPage = req.method === 'GET' && !isApi(req);
    if (isPage && isOther && isLoopback(own.hostname)) {
      res.redirect(302, publicOrigin + req.originalUrl);
      return;
    }
    next();
  };
}

/**
 * Gives every request the hub's own host. Security: whatever a client or proxy claims it to be
 * reaches no page, link or redirect.
 */
export function useOwnHost(publicOrigin: string): RequestHandler {
  const { host } = new URL(publicOrigin);
  return (req, _res, next) => {
    req.headers.host = host;
    delete req.headers['x-forwarded-host'];
    next();
  };
}

function hostnameOf(host: string | undefined): string | null {
  const url = `http://${host ?? ''}`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}
