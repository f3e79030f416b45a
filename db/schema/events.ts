import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActorRole } from '../../domain/actor.ts';
import type { SpellEventType } from '../../domain/spell/events.ts';

/** Append-only, by trigger. Hashes are SHA-256 as hex. */
export const events = sqliteTable('events', {
  seq: integer('seq').primaryKey(),
  occurredAt: text('occurred_at').notNull(),
  recordedAt: text('recorded_at').notNull(),
  actorId: text('actor_id').notNull(),
  actorName: text('actor_name').notNull(),
  role: text('role').$type<ActorRole>().notNull(),
  organisation: text('organisation').notNull(),
  commandId: text('command_id').notNull(),
  spellId: text('spell_id').notNull(),
  taskId: text('task_id'),
  type: text('type').$type<SpellEventType>().notNull(),
  /** Canonical JSON. */
  data: text('data').notNull(),
  /** Null when the event has no details; kept when they are erased. */
  detailsHash: text('details_hash'),
  hash: text('hash').notNull(),
});

/** What identifies a person or was written freely; erasing sets body and salt to null. */
export const eventDetails = sqliteTable('event_details', {
  seq: integer('seq').primaryKey(),
  salt: text('salt'),
  /** Canonical JSON. */
  body: text('body'),
});

export const commandAnswers = sqliteTable('command_answers', {
  commandId: text('command_id').primaryKey(),
  actorId: text('actor_id').notNull(),
  bodyHash: text('body_hash').notNull(),
  spellId: text('spell_id'),
  answeredAt: text('answered_at').notNull(),
  /** The outcome, as JSON. */
  outcome: text('outcome').notNull(),
});

export const sightChanges = sqliteTable('sight_changes', {
  seq: integer('seq').primaryKey(),
  spellId: text('spell_id').notNull(),
  at: text('at').notNull(),
  /** The sight facts before the event, as JSON. */
  before: text('before').notNull(),
});
