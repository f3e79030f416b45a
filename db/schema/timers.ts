import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ESCALATION_LEVELS } from '../../domain/escalation/escalation.ts';
import { STAY_RUNGS } from '../../domain/escalation/stay-rules.ts';
import { TASK_OWNERS } from '../../domain/tasks/task-types.ts';

/** What is kept of raising anything, taking it on and settling it. */
const raised = {
  need: text('need'),
  raisedById: text('raised_by_id').notNull(),
  raisedByName: text('raised_by_name').notNull(),
  raisedAt: text('raised_at').notNull(),
  acknowledgedById: text('acknowledged_by_id'),
  acknowledgedByName: text('acknowledged_by_name'),
  acknowledgedAt: text('acknowledged_at'),
  action: text('action'),
  reviewOn: text('review_on'),
  resolvedById: text('resolved_by_id'),
  resolvedByName: text('resolved_by_name'),
  resolvedAt: text('resolved_at'),
  outcome: text('outcome'),
};

/** The last time that a task was raised; its events have the others. */
export const escalations = sqliteTable('escalations', {
  taskId: text('task_id').primaryKey(),
  spellId: text('spell_id').notNull(),
  level: text('level', { enum: ESCALATION_LEVELS }).notNull(),
  owner: text('owner', { enum: TASK_OWNERS }).notNull(),
  because: text('because', { enum: ['target_passed', 'person'] }).notNull(),
  ...raised,
});

/** The last time in its delay that a stay itself was raised. */
export const stayEscalations = sqliteTable('stay_escalations', {
  spellId: text('spell_id').primaryKey(),
  level: text('level', { enum: STAY_RUNGS }).notNull(),
  reached: text('reached', { enum: STAY_RUNGS }).notNull(),
  because: text('because', { enum: ['delayed', 'nothing_blocks', 'person'] }).notNull(),
  ...raised,
});

/** Each edition whole, as JSON; the last one counts. */
export const targetSettings = sqliteTable('target_settings', {
  edition: integer('edition').primaryKey(),
  savedById: text('saved_by_id').notNull(),
  savedByName: text('saved_by_name').notNull(),
  savedAt: text('saved_at').notNull(),
  commandId: text('command_id').notNull(),
  settings: text('settings').notNull(),
});

/** A slot of a timer that has begun; without an end it is to be done again. */
export const jobRuns = sqliteTable(
  'job_runs',
  {
    job: text('job').notNull(),
    slot: text('slot').notNull(),
    beganAt: text('began_at').notNull(),
    endedAt: text('ended_at'),
    changes: integer('changes'),
  },
  (table) => [primaryKey({ columns: [table.job, table.slot] })],
);
