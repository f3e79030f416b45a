import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ACTION_OUTCOMES, ACTION_SOURCES } from '../../domain/actions/action.ts';
import { TASK_OWNERS } from '../../domain/tasks/task-types.ts';

export const actions = sqliteTable('actions', {
  id: text('id').primaryKey(),
  spellId: text('spell_id').notNull(),
  position: integer('position').notNull(),
  what: text('what').notNull(),
  owner: text('owner', { enum: TASK_OWNERS }).notNull(),
  personId: text('person_id'),
  personName: text('person_name'),
  dueOn: text('due_on').notNull(),
  source: text('source', { enum: ACTION_SOURCES }).notNull(),
  taskId: text('task_id'),
  askedById: text('asked_by_id').notNull(),
  askedByName: text('asked_by_name').notNull(),
  askedAt: text('asked_at').notNull(),
  setById: text('set_by_id').notNull(),
  setByName: text('set_by_name').notNull(),
  setAt: text('set_at').notNull(),
  outcome: text('outcome', { enum: ACTION_OUTCOMES }),
  outcomeWords: text('outcome_words'),
  endedById: text('ended_by_id'),
  endedByName: text('ended_by_name'),
  endedAt: text('ended_at'),
  /** 0 or 1; not as a boolean, which Drizzle would write as 0 where it is null. */
  isEndedByTeam: integer('is_ended_by_team'),
});

export const actionChases = sqliteTable(
  'action_chases',
  {
    actionId: text('action_id').notNull(),
    position: integer('position').notNull(),
    spellId: text('spell_id').notNull(),
    because: text('because', { enum: ['person', 'day_passed'] }).notNull(),
    /** Null where the timer chased. */
    words: text('words'),
    chasedById: text('chased_by_id').notNull(),
    chasedByName: text('chased_by_name').notNull(),
    chasedAt: text('chased_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actionId, table.position] })],
);
