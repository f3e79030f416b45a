import { randomBytes } from 'node:crypto';
import { desc } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Spell } from '../domain/spell/state.ts';
import { canonicalJson } from './canonical-json.ts';
import { CHAIN_START, detailsHashOf, eventHashOf } from './event-chain.ts';
import { eventRow, historyRowsOf } from './event-rows.ts';
import type { RowWriter } from './row-writer.ts';
import { events } from './schema/events.ts';
import type { StoredEvent } from './store.ts';

/** The last event of the log: its number and its hash, on which the next one builds. */
export type ChainHead = { seq: number; hash: string };

/** An event that has no number yet. */
export type NewEvent = StoredEvent extends infer Event
  ? Event extends StoredEvent
    ? Omit<Event, 'seq'>
    : never
  : never;

export type EventLog = {
  head(): ChainHead;
  /**
   * Writes an event behind a head, with its details and history rows, and answers the new head.
   * `after` is the stay right after it. The head must have been read in the same transaction.
   */
  append(head: ChainHead, event: NewEvent, after: Spell): ChainHead;
};

export function eventLog(orm: BetterSQLite3Database, writer: RowWriter): EventLog {
  const last = orm
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1)
    .prepare();
  return {
    head: () => last.get() ?? { seq: 0, hash: CHAIN_START },
    append(head, newEvent, after) {
      const event = { ...newEvent, seq: head.seq + 1 };
      const details = event.details === null ? null : sealedDetails(event.details);
      const row = { ...eventRow(event), detailsHash: details?.hash ?? null };
      const hash = eventHashOf(head.hash, row);
      writer.insert('events', { ...row, hash });
      if (details !== null) {
        const { salt, body } = details;
        writer.insert('event_details', { seq: event.seq, salt, body });
      }
      const history = historyRowsOf(event, after);
      for (const line of history.edd_history) writer.insert('edd_history', line);
      for (const line of history.ctr_reviews) writer.insert('ctr_reviews', line);
      for (const line of history.board_rounds) writer.insert('board_rounds', line);
      for (const line of history.task_state_history) writer.insert('task_state_history', line);
      return { seq: event.seq, hash };
    },
  };
}

function sealedDetails(details: object): { salt: string; body: string; hash: string } {
  const salt = randomBytes(16).toString('hex');
  const body = canonicalJson(details);
  return { salt, body, hash: detailsHashOf(salt, body) };
}
