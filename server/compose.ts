import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppLoadContext } from '@remix-run/node';
import type { Express, Request } from 'express';
import type { AccountStore } from '../db/account-store.ts';
import type { Store } from '../db/store.ts';
import { createPasswords } from './accounts/passwords.ts';
import { createIdleSessions } from './accounts/idle-sessions.ts';
import { createSessionCookie } from './accounts/session-cookie.ts';
import { LOCKED, actorOf, createSessions } from './accounts/sessions.ts';
import { createSignIn } from './accounts/sign-in.ts';
import { createSignInThrottle } from './accounts/sign-in-throttle.ts';
import { signedInAs } from './accounts/signed-in.ts';
import { createServices } from './board-services.ts';
import { createCatalogueServices } from './catalogue/catalogue-services.ts';
import { createClock } from './clock.ts';
import { createFindColleagues } from './colleagues.ts';
import { createExecute } from './commands/execute-command.ts';
import type { HubConfig } from './config.ts';
import { createApp } from './http/app.ts';
import { createInFlight } from './http/in-flight.ts';
import type { Pages } from './http/pages.ts';
import { servicesForPages } from './http/page-services.ts';
import { builtPages, developedPages } from './http/pages.ts';
import { stateOf } from './http/request-state.ts';
import { chaseActions } from './jobs/chase-actions.ts';
import { forget } from './jobs/forget.ts';
import { leaveBoard } from './jobs/leave-board.ts';
import { NEW_DAY_CHECK_MS, watchForNewDay } from './jobs/new-day.ts';
import { raiseWhatIsDue } from './jobs/raise-what-is-due.ts';
import { createTimetable } from './jobs/timetable.ts';
import { watchAccounts } from './jobs/watch-accounts.ts';
import type { Logger } from './logger.ts';
import { describeFault } from './logger.ts';
import { createBoardProjection } from './realtime/board-projection.ts';
import type { Gateway } from './realtime/gateway.ts';
import { createGateway } from './realtime/gateway.ts';
import { createPublisher } from './realtime/publisher.ts';
import { createNoticeFollower } from './notices/notice-follower.ts';
import { createPastServices } from './past/past-services.ts';
import { createFileDesk } from './reports/file-desk.ts';
import { createReportDesk } from './reports/report-desk.ts';
import type { ReportEngine } from './reports/report-request.ts';
import { createReportServices } from './reports/report-services.ts';
import { shutDown } from './shut-down.ts';
import type { Clock, RequestServices, Services } from './services.ts';

const KEEP_ALIVE_MS = 75_000;
/** What could not be told when it was news is told then. */
const NOTICES_CATCH_UP_MS = 5_000;

const SIGNED_IN_AGAIN = { message: 'Somebody has signed in here again.' };
const SIGNED_OUT = { message: 'You have signed out.' };

export type HubOptions = {
  config: HubConfig;
  store: Store;
  accounts: AccountStore;
  logger: Logger;
  /** Where reports are worked out. */
  reportEngine: ReportEngine;
  clock?: Clock;
  /** The pages: built ones, those under development, or none (the API and sockets alone). */
  remix: 'production' | 'development' | null;
  /** Where built pages lie, `build/` by default. */
  buildPath?: string;
};

export type Hub = {
  app: Express;
  httpServer: Server;
  services: Services;
  gateway: Gateway;
  isDemo: boolean;
  /** Begins to serve and to run the timers; answers the port, which the system chose for port 0. */
  listen(): Promise<number>;
  /** Finishes what is under way, within ten seconds, and closes the store. */
  close(): Promise<void>;
};

/** Puts the hub together. Nothing here acts until `listen`. */
export async function composeHub(options: HubOptions): Promise<Hub> {
  const { config, store, accounts, logger, remix, buildPath } = options;
  const clock = options.clock ?? createClock(config.timeZone);
  const projection = await createBoardProjection(store, clock);
  const noticeFollower = createNoticeFollower({
    store,
    accounts,
    clock,
    onFault: (fault) => logger.error({ fault: describeFault(fault) }, 'notices fell behind'),
  });
  const publisher = createPublisher({
    store,
    projection,
    onFault: (fault) => logger.error({ fault: describeFault(fault) }, 'board fell behind'),
    onSent: () => void noticeFollower.follow(),
  });
  const findActor = async (id: string) => {
    const account = await accounts.findById(id);
    return account === null || account.isDisabled ? null : actorOf(account);
  };
  const execute = createExecute({ store, projection, publisher, clock, findActor });
  const reportDesk = createReportDesk(options.reportEngine);
  const files = createFileDesk({ desk: reportDesk, store, clock });
  const reports = createReportServices({ desk: reportDesk, files, store, clock });
  const past = createPastServices({ desk: reportDesk, store, clock });
  const findColleagues = createFindColleagues(accounts);
  const { services: catalogue, followRest } = createCatalogueServices({
    ...{ store, projection, execute, clock },
    announce: () => gateway.sendLookups(),
    onFault: (fault) => {
      logger.error({ fault: describeFault(fault) }, 'open tasks wait to follow the catalogue');
    },
  });
  const services = createServices({
    ...{ store, projection, execute, reports, files, past, catalogue, clock, findColleagues },
    noticesChanged: (userId) => void gateway.tellUnread([userId]),
    lookupsChanged: () => gateway.sendLookups(),
  });

  const cookie = createSessionCookie(config.publicOrigin);
  const idle = createIdleSessions({ clock, lockAfterMs: config.lockAfterMs });
  const sessions = createSessions({
    ...{ accounts, clock, cookie, idle },
    onLocked: (tokenHash) => gateway.endSession(tokenHash, { message: LOCKED, isLocked: true }),
  });
  const passwords = createPasswords();
  const throttle = createSignInThrottle();
  const signIn = createSignIn({ accounts, sessions, passwords, throttle, clock });

  const inFlight = createInFlight();
  // Socket.IO takes its own path and hands on the rest, if it finds this listener already there.
  const httpServer = createServer((req, res) => {
    inFlight.add(res);
    app(req, res);
  });
  // Longer than proxies keep theirs, so that none sends into a connection that is being closed.
  httpServer.keepAliveTimeout = KEEP_ALIVE_MS;
  const gateway = createGateway({
    config,
    httpServer,
    logger,
    sessions,
    projection,
    publisher,
    clock,
    unreadOf: (userId) => store.notices.unread(userId),
  });
  noticeFollower.connect((userIds) => void gateway.tellUnread(userIds));
  const timetable = createTimetable(logger);
  let closing: Promise<void> | null = null;

  function servicesFor(req: Request): RequestServices {
    const { session } = stateOf(req);
    const currentTokenHash = session?.tokenHash ?? null;
    return {
      ...services,
      async signIn(credentials) {
        const address = req.ip ?? 'unknown';
        const result = await signIn(credentials, { address, currentTokenHash });
        if (result.ok && currentTokenHash !== null) {
          gateway.endSession(currentTokenHash, SIGNED_IN_AGAIN);
        }
        return result;
      },
      async signOut() {
        if (currentTokenHash !== null) {
          await sessions.end(currentTokenHash);
          gateway.endSession(currentTokenHash, SIGNED_OUT);
        }
        return { setCookie: sessions.clearCookie() };
      },
    };
  }

  function loadContext(req: Request): AppLoadContext {
    const { nonce, requestId, session, isLocked } = stateOf(req);
    return {
      nonce,
      requestId,
      isDemo: projection.isDemo,
      lockAfterMs: config.lockAfterMs,
      isLocked,
      signedIn: session === null ? null : signedInAs(session.actor, projection.lookups().wards),
      services: servicesForPages(servicesFor(req), { logger, requestId }),
    };
  }

  async function loadPages(): Promise<Pages | null> {
    if (remix === null) return null;
    return remix === 'production'
      ? builtPages(loadContext, buildPath)
      : developedPages(loadContext, httpServer);
  }

  const pages = await loadPages();
  const app = createApp({
    config,
    logger,
    services,
    sessions,
    servicesFor,
    emailOf: async (userId) => (await accounts.findById(userId))?.email ?? null,
    boardVersion: () => ({
      epoch: projection.epoch,
      seq: projection.seq(),
      asOfDay: clock.today(),
      lookups: projection.lookups().version,
    }),
    checkHealth: () => store.checkHealth(),
    isClosing: () => closing !== null,
    isDevelopment: remix === 'development',
    pages,
  });

  function startTimers(): void {
    const { headIntervalMs, leaveBoardIntervalMs, raiseIntervalMs, forgetIntervalMs } = config;
    const checkAccounts = watchAccounts(accounts, gateway.checkSessions);
    const newDay = watchForNewDay(clock, gateway.dayBegan);
    timetable.every(NEW_DAY_CHECK_MS, 'new day', newDay);
    timetable.every(headIntervalMs, 'heads', gateway.sendHeads);
    timetable.every(config.sessionCheckIntervalMs, 'session check', checkAccounts);
    timetable.every(config.sessionCheckIntervalMs, 'idle sessions', () => sessions.lockIdle());
    timetable.every(leaveBoardIntervalMs, 'leave board', () =>
      leaveBoard({ projection, execute, clock }),
    );
    timetable.every(NOTICES_CATCH_UP_MS, 'notices', noticeFollower.follow);
    timetable.every(raiseIntervalMs, 'raise what is due', () =>
      raiseWhatIsDue({ store, projection, execute, clock }),
    );
    timetable.every(raiseIntervalMs, 'chase actions', () =>
      chaseActions({ store, projection, execute, clock }),
    );
    timetable.every(leaveBoardIntervalMs, 'follow catalogue', followRest);
    timetable.every(forgetIntervalMs, 'forget', () =>
      forget({ store, accounts, projection, clock }),
    );
  }

  return {
    app,
    httpServer,
    services,
    gateway,
    isDemo: projection.isDemo,
    async listen() {
      await new Promise<void>((resolve, reject) => {
        httpServer.once('error', reject);
        httpServer.listen(config.port, config.host, () => {
          httpServer.off('error', reject);
          resolve();
        });
      });
      startTimers();
      // What was committed before a restart, and told to nobody yet.
      void noticeFollower.follow();
      // A server that listens on a port has such an address.
      return (httpServer.address() as AddressInfo).port;
    },
    close() {
      closing ??= shutDown({
        httpServer,
        inFlight,
        gateway,
        timetable,
        publisher,
        noticeFollower,
        pages,
        reportDesk,
        store,
      });
      return closing;
    },
  };
}
