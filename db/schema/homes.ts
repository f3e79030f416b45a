import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { HOUSING_AUTHORITIES, HOUSING_STEPS } from '../../domain/housing/housing-steps.ts';

/** One row for a stay of whose home somebody has said something. */
export const homes = sqliteTable('homes', {
  spellId: text('spell_id').primaryKey(),
  keys: text('keys'),
  landlord: text('landlord'),
  /** A list of rooms, as JSON. */
  roomsToClear: text('rooms_to_clear').notNull(),
  equipment: text('equipment'),
  equipmentDue: text('equipment_due'),
  isGrantUrgent: integer('is_grant_urgent', { mode: 'boolean' }).notNull(),
  detailsSetById: text('details_set_by_id'),
  detailsSetByName: text('details_set_by_name'),
  detailsSetAt: text('details_set_at'),
  interimPlan: text('interim_plan'),
  leavesWhen: text('leaves_when'),
  interimPlanSetById: text('interim_plan_set_by_id'),
  interimPlanSetByName: text('interim_plan_set_by_name'),
  interimPlanSetAt: text('interim_plan_set_at'),
});

export const housingSteps = sqliteTable(
  'housing_steps',
  {
    spellId: text('spell_id').notNull(),
    step: text('step', { enum: HOUSING_STEPS }).notNull(),
    plannedFor: text('planned_for'),
    doneOn: text('done_on'),
    /** A list of rooms, as JSON. */
    rooms: text('rooms').notNull(),
    authority: text('authority', { enum: HOUSING_AUTHORITIES }),
    note: text('note'),
    /** A list of task ids, as JSON. */
    completedTaskIds: text('completed_task_ids').notNull(),
    setById: text('set_by_id').notNull(),
    setByName: text('set_by_name').notNull(),
    setAt: text('set_at').notNull(),
    /** Of a follow-up alone. */
    who: text('who'),
  },
  (table) => [primaryKey({ columns: [table.spellId, table.step] })],
);
