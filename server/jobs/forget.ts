import type { AccountStore } from '../../db/account-store.ts';
import type { Store } from '../../db/store.ts';
import { keptSince } from '../notices/notice-follower.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import { CATCH_UP_DAYS } from '../realtime/board-projection.ts';
import type { Clock } from '../services.ts';

const ANSWERS_KEPT_DAYS = 7;
const JOBS_KEPT_DAYS = 7;

type Deps = {
  store: Pick<Store, 'forgetAnswers' | 'forgetJobs'> & {
    notices: Pick<Store['notices'], 'forget'>;
  };
  accounts: Pick<AccountStore, 'forgetSessions'>;
  projection: Pick<BoardProjection, 'forgetSightsBefore'>;
  clock: Clock;
};

/** Deletes what was only kept for a while: answers to repeats, sights for catching up, sessions. */
export async function forget({ store, accounts, projection, clock }: Deps): Promise<void> {
  const now = clock.now();
  await store.forgetAnswers(daysBefore(now, ANSWERS_KEPT_DAYS));
  await store.forgetJobs(daysBefore(now, JOBS_KEPT_DAYS));
  await projection.forgetSightsBefore(daysBefore(now, CATCH_UP_DAYS));
  await accounts.forgetSessions(now);
  await store.notices.forget(keptSince(now));
}

function daysBefore(instant: string, days: number): string {
  return new Date(Date.parse(instant) - days * 86_400_000).toISOString();
}
