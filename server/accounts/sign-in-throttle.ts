import { RateLimiterMemory } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 15 * 60;

/** Failures in a quarter of an hour after which the next attempt must wait. */
export const FAILURES_ALLOWED = {
  /** One person at one place: typing errors fit in. */
  accountAndAddress: 10,
  /** Guessing at one account from many places. */
  account: 50,
  /** A whole trust sits behind one address. */
  address: 500,
} as const;

export type SignInThrottle = {
  /** Seconds to wait before the next attempt, or null when it may go ahead. */
  waitSeconds(email: string, address: string): Promise<number | null>;
  failed(email: string, address: string): Promise<void>;
  /** Forgives this person's typing errors here; what others tried elsewhere still counts. */
  succeeded(email: string, address: string): Promise<void>;
};

/** Counts failed sign-ins in memory. Unknown accounts count like known ones, so nothing is told. */
export function createSignInThrottle(): SignInThrottle {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const byBoth = limiter(FAILURES_ALLOWED.accountAndAddress);
  const byAccount = limiter(FAILURES_ALLOWED.account);
  const byAddress = limiter(FAILURES_ALLOWED.address);
  const both = (email: string, address: string) => `${email} ${address}`;

  return {
    async waitSeconds(email, address) {
      const counts = await Promise.all([
        byBoth.get(both(email, address)),
        byAccount.get(email),
        byAddress.get(address),
      ]);
      const waits = counts
        .filter((count) => count !== null)
        .filter((count) => count.remainingPoints <= 0)
        .map((count) => Math.ceil(count.msBeforeNext / 1000));
      return waits.length === 0 ? null : Math.max(1, ...waits);
    },
    async failed(email, address) {
      await Promise.all([
        byBoth.penalty(both(email, address)),
        byAccount.penalty(email),
        byAddress.penalty(address),
      ]);
    },
    async succeeded(email, address) {
      await byBoth.delete(both(email, address));
    },
  };
}
