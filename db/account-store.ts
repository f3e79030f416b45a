import type { Role } from '../domain/actor.ts';
import type { Place } from '../domain/persons/place.ts';
import type { Instant } from '../domain/time.ts';

export type Account = {
  id: string;
  email: string;
  name: string;
  organisation: string;
  role: Role;
  isTeamLead: boolean;
  wardIds: string[];
  place: Place | null;
  /** argon2id; null for staff who hold tasks in a demo but cannot sign in. */
  passwordHash: string | null;
  isDisabled: boolean;
};

/** A session as kept: only the SHA-256 of its random token is known to the database. */
export type StoredSession = {
  tokenHash: string;
  accountId: string;
  createdAt: Instant;
  expiresAt: Instant;
  endedAt: Instant | null;
};

/** Accounts and sessions. E-mail addresses are compared in lower case. */
export type AccountStore = {
  findByEmail(email: string): Promise<Account | null>;
  findById(accountId: string): Promise<Account | null>;
  list(): Promise<Account[]>;
  /** Everybody of one role whose account is open, by e-mail address. */
  ofRole(role: Role): Promise<Account[]>;
  /** Adds or replaces; an account event is logged with who did it. */
  save(account: Account, by: string, at: Instant): Promise<void>;
  /**
   * Another text whenever an account or somebody's sessions were changed through this store, or
   * anything by another process. Cheap: it may be asked for all the time.
   */
  version(): Promise<string>;
  createSession(session: StoredSession): Promise<void>;
  findSession(tokenHash: string): Promise<StoredSession | null>;
  endSession(tokenHash: string, at: Instant): Promise<void>;
  endSessionsOf(accountId: string, at: Instant): Promise<void>;
  forgetSessions(expiredBefore: Instant): Promise<number>;
  recordSignIn(attempt: {
    accountId: string | null;
    at: Instant;
    isSuccess: boolean;
  }): Promise<void>;
};
