import type Database from 'better-sqlite3';
import { and, count, desc, eq, getTableColumns, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { NoticeKind } from '../../domain/notices/notice-kinds.ts';
import type { Instant } from '../../domain/time.ts';
import { eventFromRow } from '../event-rows.ts';
import { inTurn } from '../in-turn.ts';
import type { NoticeStore, PassedEvents, WhichNotices } from '../notice-store.ts';
import { eventDetails, events } from '../schema/events.ts';
import { mutedNotices, noticeCursor, notices } from '../schema/notices.ts';

/** What people were told of. What is asked for is always one person's own. */
export function prepareNotices(db: Database.Database, orm: BetterSQLite3Database): NoticeStore {
  const userId = sql.placeholder('userId');
  const unread = orm
    .select({ unread: count() })
    .from(notices)
    .where(and(eq(notices.userId, userId), isNull(notices.readAt)))
    .prepare();
  const { id, kind, at, readAt } = notices;
  const ofPerson = orm
    .select({
      notice: { id, kind, at, readAt },
      event: { ...getTableColumns(events), body: eventDetails.body },
    })
    .from(notices)
    .innerJoin(events, eq(events.seq, notices.seq))
    .leftJoin(eventDetails, eq(eventDetails.seq, notices.seq))
    .where(eq(notices.userId, userId))
    .orderBy(desc(notices.id))
    .limit(sql.placeholder('limit'))
    .prepare();
  const muted = orm
    .select({ kind: mutedNotices.kind })
    .from(mutedNotices)
    .where(eq(mutedNotices.userId, userId))
    .prepare();

  const keep = db.transaction(({ upToSeq, told, goneSpellIds }: PassedEvents) => {
    const changed = new Set<string>();
    for (const notice of told) {
      const { changes } = orm.insert(notices).values(notice).onConflictDoNothing().run();
      if (changes > 0) changed.add(notice.userId);
    }
    for (const spellId of goneSpellIds) {
      const ofStay = orm
        .select({ seq: events.seq })
        .from(events)
        .where(eq(events.spellId, spellId));
      const gone = orm.delete(notices).where(inArray(notices.seq, ofStay)).returning().all();
      for (const { userId: ofUser } of gone) changed.add(ofUser);
    }
    orm.update(noticeCursor).set({ seq: upToSeq }).where(lt(noticeCursor.seq, upToSeq)).run();
    return [...changed];
  });

  const markRead = db.transaction((ofUser: string, which: WhichNotices, now: Instant) => {
    const meant = and(
      eq(notices.userId, ofUser),
      'ids' in which ? inArray(id, [...which.ids]) : lte(id, which.upToId),
    );
    orm
      .update(notices)
      .set({ readAt: now })
      .where(and(meant, isNull(readAt)))
      .run();
    return orm.select({ meant: count() }).from(notices).where(meant).get()?.meant ?? 0;
  });

  const mute = db.transaction((ofUser: string, kinds: readonly NoticeKind[]) => {
    orm.delete(mutedNotices).where(eq(mutedNotices.userId, ofUser)).run();
    for (const one of new Set(kinds)) {
      orm.insert(mutedNotices).values({ userId: ofUser, kind: one }).run();
    }
  });

  return {
    cursor: () => inTurn(() => orm.select().from(noticeCursor).get()?.seq ?? 0),
    keep: (passed) => inTurn(() => keep.immediate(passed)),
    unread: (ofUser) => inTurn(() => unread.get({ userId: ofUser })?.unread ?? 0),
    ofPerson: (ofUser, limit) =>
      inTurn(() =>
        ofPerson
          .all({ userId: ofUser, limit })
          .map(({ notice, event }) => ({ ...notice, event: eventFromRow(event) })),
      ),
    markRead: (ofUser, which, now) => inTurn(() => markRead.immediate(ofUser, which, now)),
    muted: (ofUser) => inTurn(() => muted.all({ userId: ofUser }).map((row) => row.kind)),
    allMuted: () => inTurn(() => orm.select().from(mutedNotices).all()),
    mute: (ofUser, kinds) =>
      inTurn(() => {
        mute.immediate(ofUser, kinds);
      }),
    forget: (before) => inTurn(() => orm.delete(notices).where(lt(at, before)).run().changes),
  };
}
