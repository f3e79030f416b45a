import { asc, desc, eq, getTableColumns, gt, lt, max, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Instant } from '../../domain/time.ts';
import { eventFromRow } from '../event-rows.ts';
import { eventDetails, events } from '../schema/events.ts';
import type { StoredEvent } from '../store.ts';

export type EventQueries = {
  lastSeq(): number;
  seqBefore(instant: Instant): number;
  after(seq: number, limit: number): StoredEvent[];
  ofSpell(spellId: string): StoredEvent[];
  /** The last event of a command, by whom, and about which stay. */
  ofCommand(
    commandId: string,
  ): { seq: number; actorId: string; spellId: string; recordedAt: string } | null;
};

export function prepareEventQueries(orm: BetterSQLite3Database): EventQueries {
  const withDetails = () =>
    orm
      .select({ ...getTableColumns(events), body: eventDetails.body })
      .from(events)
      .leftJoin(eventDetails, eq(eventDetails.seq, events.seq))
      .orderBy(asc(events.seq));
  const lastSeq = orm
    .select({ seq: max(events.seq) })
    .from(events)
    .prepare();
  // From the end, as what is asked for lies a few days back; clocks may step back, so no index helps.
  const before = orm
    .select({ seq: events.seq })
    .from(events)
    .where(lt(events.recordedAt, sql.placeholder('instant')))
    .orderBy(desc(events.seq))
    .limit(1)
    .prepare();
  const after = withDetails()
    .where(gt(events.seq, sql.placeholder('seq')))
    .limit(sql.placeholder('limit'))
    .prepare();
  const ofSpell = withDetails()
    .where(eq(events.spellId, sql.placeholder('spellId')))
    .prepare();
  const { seq, actorId, spellId, recordedAt } = events;
  const ofCommand = orm
    .select({ seq, actorId, spellId, recordedAt })
    .from(events)
    .where(eq(events.commandId, sql.placeholder('commandId')))
    .orderBy(desc(events.seq))
    .limit(1)
    .prepare();
  return {
    lastSeq: () => lastSeq.get()?.seq ?? 0,
    seqBefore: (instant) => before.get({ instant })?.seq ?? 0,
    after: (fromSeq, limit) => after.all({ seq: fromSeq, limit }).map(eventFromRow),
    ofSpell: (id) => ofSpell.all({ spellId: id }).map(eventFromRow),
    ofCommand: (commandId) => ofCommand.get({ commandId }) ?? null,
  };
}
