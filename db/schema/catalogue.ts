import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActorRole } from '../../domain/actor.ts';

/** The task catalogue as it was saved, whole, edition by edition; the last one holds. */
export const catalogueEditions = sqliteTable('catalogue_editions', {
  number: integer('number').primaryKey(),
  savedAt: text('saved_at'),
  savedById: text('saved_by_id'),
  savedByName: text('saved_by_name'),
  role: text('role').$type<ActorRole>(),
  organisation: text('organisation'),
  commandId: text('command_id'),
  note: text('note'),
  content: text('content').notNull(),
  follow: text('follow'),
});

export const catalogueFollowUps = sqliteTable('catalogue_follow_ups', {
  edition: integer('edition').primaryKey(),
  finishedAt: text('finished_at').notNull(),
  changed: integer('changed').notNull(),
});
