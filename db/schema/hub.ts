import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActorRole } from '../../domain/actor.ts';

export const settings = sqliteTable('settings', {
  key: text('key').$type<'epoch' | 'is_demo' | 'demo_day'>().primaryKey(),
  value: text('value').notNull(),
});

export const readAudit = sqliteTable('read_audit', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  actorId: text('actor_id').notNull(),
  actorName: text('actor_name').notNull(),
  role: text('role').$type<ActorRole>().notNull(),
  kind: text('kind', {
    enum: ['spell_viewed', 'found_by_nhs_number', 'person_found', 'figure_opened', 'export'],
  }).notNull(),
  spellId: text('spell_id'),
  /** The report that was opened or taken out, as its address; never what somebody typed. */
  about: text('about'),
});

/** Up to where somebody has said that they looked at what changed on a ward. */
export const wardLooks = sqliteTable(
  'ward_looks',
  {
    userId: text('user_id').notNull(),
    wardId: text('ward_id').notNull(),
    seq: integer('seq').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.wardId] })],
);
