import { createHash, randomBytes } from 'node:crypto';
import type { Account, AccountStore } from '../../db/account-store.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/time.ts';
import type { Clock } from '../services.ts';
import type { IdleSessions } from './idle-sessions.ts';
import type { SessionCookie } from './session-cookie.ts';

export const SESSION_HOURS = 12;

/** What a page is told whose session was locked. */
export const LOCKED = 'Locked: nobody has used the hub here for a while.';

const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** Somebody who is signed in, and until when. */
export type Session = { tokenHash: string; expiresAt: Instant; actor: Actor };

export type Sessions = {
  /** Begins a session of 12 hours; the token is in the cookie and nowhere else. */
  begin(accountId: string): Promise<{ setCookie: string }>;
  /** The session of a request, or null when it has none that stands. */
  ofCookie(cookieHeader: string | undefined): Promise<Session | null>;
  find(tokenHash: string): Promise<Session | null>;
  end(tokenHash: string): Promise<void>;
  /** Somebody did something: the session is not idle. */
  used(tokenHash: string): void;
  /** Ends a session because nobody is there; the same person goes on by their password. */
  lock(tokenHash: string): Promise<void>;
  /** Locks every session that nobody has used for too long. */
  lockIdle(): Promise<void>;
  /** Whether the session of a request was locked, as far as this server knows. */
  wasLocked(cookieHeader: string | undefined): boolean;
  clearCookie(): string;
};

type Deps = {
  accounts: AccountStore;
  clock: Clock;
  cookie: SessionCookie;
  idle: IdleSessions;
  /** A session was locked: what is open by it closes. */
  onLocked: (tokenHash: string) => void;
};

export function createSessions({ accounts, clock, cookie, idle, onLocked }: Deps): Sessions {
  const find = async (tokenHash: string): Promise<Session | null> => {
    if (idle.isLocked(tokenHash)) return null;
    const stored = await accounts.findSession(tokenHash);
    if (stored === null || stored.endedAt !== null || stored.expiresAt <= clock.now()) {
      idle.forget(tokenHash);
      return null;
    }
    const account = await accounts.findById(stored.accountId);
    if (account === null || account.isDisabled) return null;
    if (idle.isIdle(tokenHash)) {
      await lock(tokenHash);
      return null;
    }
    return { tokenHash, expiresAt: stored.expiresAt, actor: actorOf(account) };
  };

  async function lock(tokenHash: string): Promise<void> {
    // Security: in memory first, so that no request slips in while it is being written.
    idle.lock(tokenHash);
    onLocked(tokenHash);
    await accounts.endSession(tokenHash, clock.now());
  }

  const tokenHashOf = (cookieHeader: string | undefined): string | null => {
    const token = cookie.read(cookieHeader);
    return token === null || !TOKEN_PATTERN.test(token) ? null : hashOf(token);
  };

  return {
    find,
    async begin(accountId) {
      const token = randomBytes(32).toString('base64url');
      const createdAt = clock.now();
      const maxAgeSeconds = SESSION_HOURS * 3600;
      const expiresAt = new Date(Date.parse(createdAt) + maxAgeSeconds * 1000).toISOString();
      const tokenHash = hashOf(token);
      await accounts.createSession({ tokenHash, accountId, createdAt, expiresAt, endedAt: null });
      return { setCookie: cookie.write(token, maxAgeSeconds) };
    },
    async ofCookie(cookieHeader) {
      const tokenHash = tokenHashOf(cookieHeader);
      return tokenHash === null ? null : find(tokenHash);
    },
    end(tokenHash) {
      idle.forget(tokenHash);
      return accounts.endSession(tokenHash, clock.now());
    },
    used: idle.used,
    lock,
    async lockIdle() {
      for (const tokenHash of idle.idle()) await lock(tokenHash);
    },
    wasLocked(cookieHeader) {
      const tokenHash = tokenHashOf(cookieHeader);
      return tokenHash !== null && idle.isLocked(tokenHash);
    },
    clearCookie: () => cookie.clear(),
  };
}

/** Security: the database holds only this, so a stolen copy of it opens no session. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function actorOf(account: Account): Actor {
  const { id, name, role, organisation, wardIds, place, isTeamLead } = account;
  return { id, name, role, organisation, wardIds, place, isTeamLead };
}
