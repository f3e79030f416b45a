import type Database from 'better-sqlite3';
import type { Instant } from '../../domain/time.ts';

/** An event by its place in the log. */
export type LoggedAt = { seq: number; spellId: string; recordedAt: Instant };

/**
 * The last event recorded by an instant, included; 0 where there was none. All before it had been
 * recorded too, also where a clock that was put back says otherwise: the log's order is the truth.
 * Looks from the end, as what is asked for mostly lies a few days back.
 */
export function lastSeqBy(db: Database.Database, instant: Instant): number {
  const found = db
    .prepare<[Instant], number>(
      'SELECT seq FROM main.events WHERE recorded_at <= ? ORDER BY seq DESC LIMIT 1',
    )
    .pluck()
    .get(instant);
  return found ?? 0;
}

const COLUMNS = 'seq, spell_id AS spellId, recorded_at AS recordedAt';

/** What was recorded next after an event, the nearest first. */
export function loggedAfter(db: Database.Database, seq: number, limit: number): LoggedAt[] {
  return db
    .prepare<[number, number], LoggedAt>(
      `SELECT ${COLUMNS} FROM main.events WHERE seq > ? ORDER BY seq LIMIT ?`,
    )
    .all(seq, limit);
}

/** What was recorded before an event, the nearest first. */
export function loggedBefore(db: Database.Database, seq: number, limit: number): LoggedAt[] {
  return db
    .prepare<[number, number], LoggedAt>(
      `SELECT ${COLUMNS} FROM main.events WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
    )
    .all(seq, limit);
}

/** Everything recorded about one stay, first to last. */
export function loggedOf(db: Database.Database, spellId: string): LoggedAt[] {
  return db
    .prepare<[string], LoggedAt>(
      `SELECT ${COLUMNS} FROM main.events WHERE spell_id = ? ORDER BY seq`,
    )
    .all(spellId);
}
