import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { TaskType } from '../../domain/tasks/task-types.ts';
import {
  ASKED_OF,
  DECLINE_REASONS,
  PROVIDER_ANSWERS,
  TASK_OWNERS,
  TASK_STATES,
} from '../../domain/tasks/task-types.ts';

export const tasks = sqliteTable('tasks', {
  id: text('id').primaryKey(),
  spellId: text('spell_id').notNull(),
  position: integer('position').notNull(),
  type: text('type').$type<TaskType>().notNull(),
  owner: text('owner', { enum: TASK_OWNERS }).notNull(),
  state: text('state', { enum: TASK_STATES }).notNull(),
  isBlocking: integer('is_blocking', { mode: 'boolean' }).notNull(),
  claimedById: text('claimed_by_id'),
  claimedByName: text('claimed_by_name'),
  dueAt: text('due_at'),
  addedAt: text('added_at').notNull(),
  addedById: text('added_by_id').notNull(),
  addedByName: text('added_by_name').notNull(),
  startedAt: text('started_at'),
  completedAt: text('completed_at'),
  completedById: text('completed_by_id'),
  completedByName: text('completed_by_name'),
  blockingSince: text('blocking_since'),
  declinedById: text('declined_by_id'),
  declinedByName: text('declined_by_name'),
  declinedReason: text('declined_reason', { enum: DECLINE_REASONS }),
  declinedAt: text('declined_at'),
  declinedFrom: text('declined_from', { enum: TASK_OWNERS }),
  claimedAt: text('claimed_at'),
  startsAt: text('starts_at'),
  outcome: text('outcome'),
});

export const taskQuestions = sqliteTable('task_questions', {
  id: text('id').primaryKey(),
  spellId: text('spell_id').notNull(),
  taskId: text('task_id').notNull(),
  position: integer('position').notNull(),
  askedOf: text('asked_of', { enum: ASKED_OF }).notNull(),
  owner: text('owner', { enum: TASK_OWNERS }).notNull(),
  text: text('text').notNull(),
  askedById: text('asked_by_id').notNull(),
  askedByName: text('asked_by_name').notNull(),
  askedAt: text('asked_at').notNull(),
  answer: text('answer'),
  answeredById: text('answered_by_id'),
  answeredByName: text('answered_by_name'),
  answeredAt: text('answered_at'),
});

export const taskProviders = sqliteTable('task_providers', {
  id: text('id').primaryKey(),
  spellId: text('spell_id').notNull(),
  taskId: text('task_id').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  approachedOn: text('approached_on').notNull(),
  answer: text('answer', { enum: PROVIDER_ANSWERS }).notNull(),
  note: text('note'),
  recordedById: text('recorded_by_id').notNull(),
  recordedByName: text('recorded_by_name').notNull(),
  recordedAt: text('recorded_at').notNull(),
});

/** Every type that there is or was, so that a task is of one of them. */
export const taskTypes = sqliteTable('task_types', {
  type: text('type').$type<TaskType>().primaryKey(),
});
