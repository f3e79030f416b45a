import type { SpellEvent, SpellEventBody } from '../domain/spell/events.ts';
import type { Spell } from '../domain/spell/state.ts';
import type { events } from './schema/events.ts';
import type { boardRounds, ctrReviews, eddHistory, taskStateHistory } from './schema/histories.ts';
import { canonicalJson } from './canonical-json.ts';
import type { StoredEvent } from './store.ts';

export type EventRow = typeof events.$inferSelect;
/** An event's row before the log seals it into its chain. */
export type UnsealedEventRow = Omit<EventRow, 'detailsHash' | 'hash'>;

/** The rows that reports read, for one event. */
export type HistoryRows = {
  edd_history: (typeof eddHistory.$inferSelect)[];
  ctr_reviews: (typeof ctrReviews.$inferSelect)[];
  board_rounds: (typeof boardRounds.$inferSelect)[];
  task_state_history: (typeof taskStateHistory.$inferSelect)[];
};

export function eventRow(event: StoredEvent): UnsealedEventRow {
  return {
    seq: event.seq,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    actorId: event.by.id,
    actorName: event.by.name,
    role: event.role,
    organisation: event.organisation,
    commandId: event.commandId,
    spellId: event.spellId,
    taskId: event.taskId,
    type: event.type,
    data: canonicalJson(event.data),
  };
}

/** The event that a row and its details hold; erased details are null. */
export function eventFromRow(row: EventRow & { body: string | null }): StoredEvent {
  const body = {
    type: row.type,
    data: JSON.parse(row.data) as unknown,
    details: row.body === null ? null : (JSON.parse(row.body) as unknown),
  } as SpellEventBody; // only `eventRow` writes these columns, and the log does not change
  const about = {
    spellId: row.spellId,
    taskId: row.taskId,
    occurredAt: row.occurredAt,
    by: { id: row.actorId, name: row.actorName },
  };
  const { seq, recordedAt, role, organisation, commandId } = row;
  return { ...body, ...about, seq, recordedAt, role, organisation, commandId };
}

export function noHistory(): HistoryRows {
  return { edd_history: [], ctr_reviews: [], board_rounds: [], task_state_history: [] };
}

/** The history rows of an event, given the stay as it was right after it. */
export function historyRowsOf(event: StoredEvent, after: Spell): HistoryRows {
  const rows = noHistory();
  const { seq, spellId, occurredAt, recordedAt, role } = event;
  const ofEvent = { seq, spellId, occurredAt, recordedAt, actorId: event.by.id, role };
  switch (event.type) {
    case 'EddSet': {
      const { edd, previous: previousEdd } = event.data;
      rows.edd_history.push({ ...ofEvent, edd, previousEdd });
      break;
    }
    case 'NoCriteriaToResideRecorded':
      rows.ctr_reviews.push({
        ...ofEvent,
        finding: 'no_criteria',
        criteria: '[]',
        fromDay: event.data.readyDate,
      });
      break;
    case 'CriteriaToResideRecorded':
      rows.ctr_reviews.push({
        ...ofEvent,
        finding: 'criteria',
        criteria: JSON.stringify(event.data.criteria),
        fromDay: event.data.periodEndedOn,
      });
      break;
    case 'BoardRoundRecorded': {
      const { wardId, notSeen } = event.data;
      rows.board_rounds.push({ ...ofEvent, wardId, notSeen });
      break;
    }
    default: {
      const task = taskAfter(event, after);
      if (task === undefined) break;
      const { id: taskId, state, claimedBy } = task;
      const claimedById = claimedBy?.id ?? null;
      rows.task_state_history.push({ ...ofEvent, taskId, state, claimedById });
    }
  }
  return rows;
}

function taskAfter(event: SpellEvent, after: Spell) {
  return event.taskId === null ? undefined : after.tasks.find((task) => task.id === event.taskId);
}
