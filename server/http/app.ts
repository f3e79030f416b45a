import compression from 'compression';
import type { Express, Request, RequestHandler } from 'express';
import express from 'express';
import type { Sessions } from '../accounts/sessions.ts';
import type { HubConfig } from '../config.ts';
import type { Logger } from '../logger.ts';
import type { RequestServices, Services } from '../services.ts';
import { handleAsync } from './async-handler.ts';
import type { BoardVersion } from './board-api.ts';
import { boardRoutes } from './board-api.ts';
import { limitBody } from './body-limit.ts';
import { commandRoutes } from './command-api.ts';
import { answerFault, unknownApi } from './faults.ts';
import { healthRoutes } from './health.ts';
import { actionRoutes } from './action-api.ts';
import { escalationRoutes } from './escalation-api.ts';
import { longStayRoutes } from './long-stay-api.ts';
import { redirectLoopback, requireOwnOrigin, useOwnHost } from './origin.ts';
import { createChangeLimit } from './limit-changes.ts';
import type { Pages } from './pages.ts';
import { plainSignInRoutes } from './plain-sign-in.ts';
import { requireAddress, requireForm, requireMethod } from './readable-request.ts';
import { identifyRequest, logRequests } from './request-log.ts';
import { stateOf } from './request-state.ts';
import { noStore, securityHeaders } from './security-headers.ts';
import { sessionRoutes } from './session-api.ts';
import { spellRoutes } from './spell-api.ts';

/** What fits into a few packets, as the answer to a command does, travels no faster compressed. */
const COMPRESS_FROM_BYTES = 8 * 1024;

type AppDeps = {
  config: HubConfig;
  logger: Logger;
  services: Services;
  sessions: Sessions;
  servicesFor: (req: Request) => RequestServices;
  emailOf: (userId: string) => Promise<string | null>;
  boardVersion: () => BoardVersion;
  checkHealth: () => Promise<void>;
  isClosing: () => boolean;
  isDevelopment: boolean;
  /** Null where the hub runs without its pages. */
  pages: Pages | null;
};

/** The express app. Its order is the order in which a request is looked at. */
export function createApp(deps: AppDeps): Express {
  const { config, logger, services, pages, isDevelopment, isClosing } = deps;
  const { publicOrigin, commandsPerSecond } = config;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');

  app.use(identifyRequest);
  app.use(securityHeaders({ publicOrigin, isDevelopment }));
  app.use(closeWhenClosing(isClosing));
  app.use(healthRoutes(deps));
  app.use(requireAddress);
  app.use(redirectLoopback(publicOrigin));
  app.use(useOwnHost(publicOrigin));
  // Security: before anything reads a body or looks at a cookie.
  app.use(requireOwnOrigin(publicOrigin));
  app.use(requireMethod);
  app.use(limitBody);
  app.use(compression({ threshold: COMPRESS_FROM_BYTES }));
  if (pages !== null && pages.files.length > 0) app.use(pages.files);
  app.use(noStore, logRequests(logger), findSession(deps.sessions));

  const limit = createChangeLimit(commandsPerSecond);
  app.use(commandRoutes({ services, limit: limit.commands }));
  app.use(boardRoutes({ services, boardVersion: deps.boardVersion, logger }));
  app.use(spellRoutes(services));
  app.use(longStayRoutes(services));
  app.use(escalationRoutes(services));
  app.use(actionRoutes(services));
  app.use(sessionRoutes(deps));
  app.use('/api', unknownApi);
  app.use(requireForm, limit.forms);
  app.use(pages === null ? plainSignInRoutes(deps.servicesFor) : pages.handler);
  app.use(answerFault(logger));
  return app;
}

function findSession(sessions: Sessions): RequestHandler {
  return handleAsync(async (req, _res, next) => {
    const { cookie } = req.headers;
    const session = await sessions.ofCookie(cookie);
    const state = stateOf(req);
    state.session = session;
    state.isLocked = session === null && sessions.wasLocked(cookie);
    if (session !== null && isOfAPerson(req)) sessions.used(session.tokenHash);
    next();
  });
}

/**
 * Whether somebody did something: sent a form or a change, said so (`/api/input`), or opened a page.
 * What an open page fetches by itself says nothing about who is before it.
 */
function isOfAPerson({ method, path }: Request): boolean {
  if (method !== 'GET' && method !== 'HEAD') return true;
  return !path.startsWith('/api/') && !path.endsWith('.data') && path !== '/__manifest';
}

/** Once the hub is shutting down, no connection is kept for another request. */
function closeWhenClosing(isClosing: () => boolean): RequestHandler {
  return (_req, res, next) => {
    if (isClosing()) res.set('Connection', 'close');
    next();
  };
}
