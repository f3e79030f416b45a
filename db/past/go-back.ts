import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Instant } from '../../domain/time.ts';
import type { RowWriter } from '../row-writer.ts';
import { rowWriter } from '../row-writer.ts';
import type { SpellRows } from '../spell-rows.ts';
import { STATE_TABLES } from '../state-changes.ts';
import { lastSeqBy } from './last-recorded.ts';
import type { PastProgress } from './past-rows.ts';
import { pastPeople, pastStays } from './past-rows.ts';
import type { PastMoment } from './past-tables.ts';
import { addMovedTables, showPast } from './past-tables.ts';

/**
 * Takes a connection back to a moment: from then on it reads everything as it had been recorded by
 * that moment, and no later (decision 25). The connection is for nothing else; its transaction keeps
 * one state of the file until it is closed. Only stays touched since are folded from their events:
 * those that were on the board then, whatever happened in the years before.
 */
export function goBack(
  db: Database.Database,
  at: Instant,
  progress: PastProgress = () => {},
): PastMoment {
  db.pragma('temp_store = MEMORY');
  db.exec('BEGIN');
  const moment = { seq: lastSeqBy(db, at), at };
  addMovedTables(db, moment);
  const writer = rowWriter(drizzle(db));
  // Read to the end before anything is written: a connection does one at a time.
  for (const rows of [...pastStays(db, moment.seq, progress)]) write(writer, rows);
  db.exec(
    `INSERT INTO moved_persons
     SELECT person_id FROM main.spells WHERE id IN (SELECT id FROM temp.moved_spells)
     UNION SELECT person_id FROM temp.spells`,
  );
  for (const rows of [...pastPeople(db, moment.seq)]) write(writer, rows);
  showPast(db, moment);
  return moment;
}

function write(writer: RowWriter, rows: Partial<SpellRows>): void {
  for (const table of STATE_TABLES) {
    for (const row of rows[table] ?? []) writer.insert(table, row);
  }
}
