import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Spell } from '../domain/spell/state.ts';
import type { NewEvent } from './event-log.ts';
import { eventLog } from './event-log.ts';
import { preparePersonQueries } from './queries/person-rows.ts';
import { rowWriter } from './row-writer.ts';
import { stateWriter } from './state-writer.ts';

export type BulkWriter = {
  /** Writes the next event, with its details and history, and answers its seq. */
  addEvent(event: NewEvent, after: Spell): number;
  /** Writes the state of a stay as its last event left it; those of one person in their order. */
  addSpell(spell: Spell, seq: number): void;
};

/**
 * Fills a database with many stays at once: `write` runs in one transaction, so that a seed that
 * fails leaves nothing. Answers and sight changes are not written: nobody waits for them.
 */
export function writeInBulk<T>(db: Database.Database, write: (writer: BulkWriter) => T): T {
  const orm = drizzle(db);
  const rows = rowWriter(orm);
  const log = eventLog(orm, rows);
  const state = stateWriter(rows, preparePersonQueries(orm));
  return db
    .transaction(() => {
      let head = log.head();
      return write({
        addEvent(event, after) {
          head = log.append(head, event, after);
          return head.seq;
        },
        addSpell(spell, seq) {
          state.write([{ before: null, after: { spell, seq } }]);
        },
      });
    })
    .immediate();
}
