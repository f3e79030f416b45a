import type { Server } from 'node:http';
import type { Store } from '../db/store.ts';
import type { InFlight } from './http/in-flight.ts';
import type { Pages } from './http/pages.ts';
import type { Timetable } from './jobs/timetable.ts';
import type { Gateway } from './realtime/gateway.ts';
import type { NoticeFollower } from './notices/notice-follower.ts';
import type { Publisher } from './realtime/publisher.ts';
import type { ReportDesk } from './reports/report-desk.ts';

const WITHIN_MS = 8_000;

type Deps = {
  httpServer: Server;
  inFlight: InFlight;
  gateway: Gateway;
  timetable: Timetable;
  publisher: Publisher;
  noticeFollower: NoticeFollower;
  pages: Pages | null;
  reportDesk: ReportDesk;
  store: Store;
};

/**
 * Ends in the order of who needs whom: timers, reports, requests under way, the news of what they changed,
 * sockets, storage. Whoever is not done in time is cut off; a change is on disk or not at all.
 */
export async function shutDown(deps: Deps): Promise<void> {
  const { httpServer, inFlight, gateway, timetable, publisher, pages, reportDesk, store } = deps;
  const { noticeFollower } = deps;
  const cutOff = setTimeout(() => {
    httpServer.closeAllConnections();
  }, WITHIN_MS);
  const stopped = stopListening(httpServer);
  await timetable.stop();
  await reportDesk.close();
  await inFlight.settled();
  await publisher.close();
  await noticeFollower.close();
  const socketsEnded = gateway.close();
  // Browsers open connections ahead of need; nobody waits for an answer on what is still open.
  httpServer.closeAllConnections();
  await Promise.all([socketsEnded, stopped]);
  clearTimeout(cutOff);
  await pages?.close();
  await store.close();
}

/** Takes no new connection; resolves when the last one has ended, at once if there never was any. */
function stopListening(httpServer: Server): Promise<void> {
  return new Promise((resolve) => {
    httpServer.close(() => {
      resolve();
    });
  });
}
