import { createHash, randomBytes } from 'node:crypto';
import type { Account, AccountStore } from '../../db/account-store.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/time.ts';
import type { Clock } from '../services.ts';
import type { SessionCookie } from './session-cookie.ts';

export const SESSION_HOURS = 12;

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
  clearCookie(): string;
};

type Deps = { accounts: AccountStore; clock: Clock; cookie: SessionCookie };

export function createSessions({ accounts, clock, cookie }: Deps): Sessions {
  const find = async (tokenHash: string): Promise<Session | null> => {
    const stored = await accounts.findSession(tokenHash);
    if (stored === null || stored.endedAt !== null || stored.expiresAt <= clock.now()) return null;
    const account = await accounts.findById(stored.accountId);
    if (account === null || account.isDisabled) return null;
    return { tokenHash, expiresAt: stored.expiresAt, actor: actorOf(account) };
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
      const token = cookie.read(cookieHeader);
      return token === null || !TOKEN_PATTERN.test(token) ? null : find(hashOf(token));
    },
    end: (tokenHash) => accounts.endSession(tokenHash, clock.now()),
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
