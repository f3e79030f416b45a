import { setImmediate as nextTurn } from 'node:timers/promises';
import { audienceKey } from '../../domain/audience.ts';
import type { SessionEnd } from '../../domain/protocol.ts';
import type { Sessions } from '../accounts/sessions.ts';
import type { Clock } from '../services.ts';
import type { HubSocket } from './gateway.ts';

const CHECKED_AT_ONCE = 20;
const EXPIRED = 'Your session has ended after 12 hours. Sign in again to go on.';
const ENDED = 'Your session has ended. Sign in again to go on.';

/** Ties sockets to the sessions that opened them: when the session ends, so do they. */
export type SessionSockets = {
  add: (socket: HubSocket) => void;
  remove: (socket: HubSocket) => void;
  countOf: (accountId: string) => number;
  endSession: (tokenHash: string, why: SessionEnd) => void;
  check: () => Promise<void>;
};

type Deps = { sessions: Sessions; clock: Clock };

export function createSessionSockets({ sessions, clock }: Deps): SessionSockets {
  const byToken = new Map<string, Map<HubSocket, NodeJS.Timeout>>();
  const counts = new Map<string, number>();

  function add(socket: HubSocket): void {
    const { tokenHash, expiresAt, actor } = socket.data.session;
    const leftMs = Math.max(0, Date.parse(expiresAt) - Date.parse(clock.now()));
    const expiry = setTimeout(() => {
      endSession(tokenHash, { message: EXPIRED });
    }, leftMs).unref();
    const sockets = byToken.get(tokenHash) ?? new Map<HubSocket, NodeJS.Timeout>();
    byToken.set(tokenHash, sockets.set(socket, expiry));
    counts.set(actor.id, countOf(actor.id) + 1);
  }

  function remove(socket: HubSocket): void {
    const { tokenHash, actor } = socket.data.session;
    const sockets = byToken.get(tokenHash);
    clearTimeout(sockets?.get(socket));
    if (sockets?.delete(socket) !== true) return;
    if (sockets.size === 0) byToken.delete(tokenHash);
    const count = countOf(actor.id) - 1;
    if (count === 0) counts.delete(actor.id);
    else counts.set(actor.id, count);
  }

  function countOf(accountId: string): number {
    return counts.get(accountId) ?? 0;
  }

  function endSession(tokenHash: string, why: SessionEnd): void {
    for (const socket of [...(byToken.get(tokenHash)?.keys() ?? [])]) {
      socket.emit('session:ended', why);
      socket.disconnect(true);
    }
  }

  /** An administrator's command line changes accounts in the database, so it is asked. */
  async function check(): Promise<void> {
    let checked = 0;
    for (const tokenHash of [...byToken.keys()]) {
      const session = await sessions.find(tokenHash);
      if (session === null) endSession(tokenHash, { message: ENDED });
      else closeMoved(tokenHash, audienceKey(session.actor));
      checked += 1;
      if (checked % CHECKED_AT_ONCE === 0) await nextTurn();
    }
  }

  /** Another scope is another room: the browser connects again and takes a snapshot. */
  function closeMoved(tokenHash: string, key: string): void {
    for (const socket of [...(byToken.get(tokenHash)?.keys() ?? [])]) {
      if (socket.data.key !== key) socket.conn.close();
    }
  }

  return { add, remove, countOf, endSession, check };
}
