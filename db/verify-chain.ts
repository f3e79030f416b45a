import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { CHAIN_START, detailsHashOf, eventHashOf } from './event-chain.ts';
import type { ChainHead } from './event-log.ts';
import { eventDetails, events } from './schema/events.ts';
import { spells } from './schema/spells.ts';

export type ChainCheck =
  | { ok: true; head: ChainHead }
  | { ok: false; brokenSeq: number; why: 'missing' | 'changed' | 'details_changed' | 'cut_short' };

/**
 * Walks the log in order and tells the first event that is not as it was written.
 *
 * Found: any changed value of an event or of details that are still there, and any event that is
 * gone, at the end too, as the stays know their last seq. Erased details are no fault. Not found:
 * somebody who writes the file and works out all later hashes, and for the end also the stays'
 * rows. Against that, keep heads elsewhere (in a log, on paper) and hand one in as `anchor`.
 */
export function verifyChain(db: Database.Database, anchor?: ChainHead): ChainCheck {
  const check = db.transaction(() => walk(db, anchor));
  return check.deferred();
}

function walk(db: Database.Database, anchor: ChainHead | undefined): ChainCheck {
  let head: ChainHead = { seq: 0, hash: CHAIN_START };
  for (const row of rowsInOrder(db)) {
    const seq = head.seq + 1;
    if (row.seq !== seq) return { ok: false, brokenSeq: seq, why: 'missing' };
    const { hash } = row;
    if (eventHashOf(head.hash, row) !== hash) return { ok: false, brokenSeq: seq, why: 'changed' };
    if (!hasDetails(row)) return { ok: false, brokenSeq: seq, why: 'details_changed' };
    if (anchor?.seq === seq && anchor.hash !== hash) {
      return { ok: false, brokenSeq: seq, why: 'changed' };
    }
    head = { seq, hash };
  }
  const lastSeq = Math.max(lastSeqOfSpells(db), anchor?.seq ?? 0);
  if (lastSeq > head.seq) return { ok: false, brokenSeq: head.seq + 1, why: 'cut_short' };
  return { ok: true, head };
}

type Row = typeof events.$inferSelect & {
  detailsSeq: number | null;
  salt: string | null;
  body: string | null;
};

const BATCH = 1000;

/** In batches, as Drizzle cannot iterate and a log of years does not fit into memory. */
function* rowsInOrder(db: Database.Database): Generator<Row> {
  const query = drizzle(db)
    .select({
      ...getTableColumns(events),
      detailsSeq: eventDetails.seq,
      salt: eventDetails.salt,
      body: eventDetails.body,
    })
    .from(events)
    .leftJoin(eventDetails, eq(eventDetails.seq, events.seq))
    .where(sql`${events.seq} > ${sql.placeholder('after')}`)
    .orderBy(asc(events.seq))
    .limit(BATCH)
    .prepare();
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = query.all({ after });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.seq;
  }
}

/** Details are as they were, or erased, or there never were any. */
function hasDetails({ detailsHash, detailsSeq, salt, body }: Row): boolean {
  if (detailsHash === null || detailsSeq === null)
    return detailsHash === null && detailsSeq === null;
  if (salt === null || body === null) return salt === null && body === null;
  return detailsHashOf(salt, body) === detailsHash;
}

function lastSeqOfSpells(db: Database.Database): number {
  const query = drizzle(db)
    .select({ seq: sql<number | null>`max(${spells.seq})` })
    .from(spells);
  return query.get()?.seq ?? 0;
}
