import { and, eq, lte, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { wardLooks } from '../schema/hub.ts';
import type { WardLook } from '../store.ts';

/** How far people have looked at what changed on a ward. */
export function prepareWardLooks(orm: BetterSQLite3Database) {
  const { userId, wardId, seq, at } = wardLooks;
  const last = orm
    .select({ seq, at })
    .from(wardLooks)
    .where(and(eq(userId, sql.placeholder('userId')), eq(wardId, sql.placeholder('wardId'))))
    .prepare();
  return {
    last: (ofUser: string, ofWard: string) => last.get({ userId: ofUser, wardId: ofWard }) ?? null,
    keep(look: WardLook): void {
      orm
        .insert(wardLooks)
        .values(look)
        .onConflictDoUpdate({
          target: [userId, wardId],
          set: { seq: look.seq, at: look.at },
          setWhere: lte(seq, look.seq),
        })
        .run();
    },
  };
}
