import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActorRole } from '../../domain/actor.ts';
import { NOT_SEEN_REASONS } from '../../domain/rounds/board-round.ts';
import { TASK_STATES } from '../../domain/tasks/task-types.ts';

/** What reports read: one row for each event of a kind, under the event's seq. */
const ofEvent = {
  seq: integer('seq').primaryKey(),
  spellId: text('spell_id').notNull(),
  occurredAt: text('occurred_at').notNull(),
  recordedAt: text('recorded_at').notNull(),
  actorId: text('actor_id').notNull(),
  role: text('role').$type<ActorRole>().notNull(),
};

export const eddHistory = sqliteTable('edd_history', {
  ...ofEvent,
  edd: text('edd').notNull(),
  previousEdd: text('previous_edd'),
});

export const ctrReviews = sqliteTable('ctr_reviews', {
  ...ofEvent,
  finding: text('finding', { enum: ['criteria', 'no_criteria'] }).notNull(),
  /** A list of criterion codes, as JSON; empty when there are none. */
  criteria: text('criteria').notNull(),
  /** The day from which the finding holds: ready since, or met since; null when nothing changed. */
  fromDay: text('from_day'),
});

/** One row for each patient of each round of a ward. */
export const boardRounds = sqliteTable('board_rounds', {
  ...ofEvent,
  wardId: text('ward_id').notNull(),
  /** Null: seen. */
  notSeen: text('not_seen', { enum: NOT_SEEN_REASONS }),
});

export const taskStateHistory = sqliteTable('task_state_history', {
  ...ofEvent,
  taskId: text('task_id').notNull(),
  state: text('state', { enum: TASK_STATES }).notNull(),
  claimedById: text('claimed_by_id'),
});
