import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Instant } from '../../domain/time.ts';
import { jobRuns } from '../schema/timers.ts';
import type { JobSlot } from '../store.ts';

/** Which slots of timers have begun and ended. */
export function prepareJobRuns(orm: BetterSQLite3Database) {
  const isSlot = and(
    eq(jobRuns.job, sql.placeholder('job')),
    eq(jobRuns.slot, sql.placeholder('slot')),
  );
  const ended = orm
    .select({ slot: jobRuns.slot })
    .from(jobRuns)
    .where(and(isSlot, isNotNull(jobRuns.endedAt)))
    .prepare();
  return {
    begin({ job, slot }: JobSlot, beganAt: Instant): boolean {
      orm
        .insert(jobRuns)
        .values({ job, slot, beganAt, endedAt: null, changes: null })
        .onConflictDoNothing()
        .run();
      return ended.get({ job, slot }) === undefined;
    },
    end({ job, slot }: JobSlot, endedAt: Instant, changes: number): void {
      orm
        .update(jobRuns)
        .set({ endedAt, changes })
        .where(and(eq(jobRuns.job, job), eq(jobRuns.slot, slot)))
        .run();
    },
    forget: (before: Instant): number =>
      orm.delete(jobRuns).where(lt(jobRuns.slot, before)).run().changes,
  };
}
