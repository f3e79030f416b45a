import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { NoticeKind } from '../../domain/notices/notice-kinds.ts';

/** One row: up to which event people have been told. */
export const noticeCursor = sqliteTable('notice_cursor', {
  id: integer('id').primaryKey(),
  seq: integer('seq').notNull(),
});

/**
 * That somebody is told of an event; what it says is worked out when they read it. Kinds grow with
 * the events, so that `NOTICE_KINDS` alone lists them.
 */
export const notices = sqliteTable('notices', {
  id: integer('id').primaryKey(),
  userId: text('user_id').notNull(),
  seq: integer('seq').notNull(),
  kind: text('kind').$type<NoticeKind>().notNull(),
  at: text('at').notNull(),
  readAt: text('read_at'),
});

/** What somebody does not want to be told of. */
export const mutedNotices = sqliteTable(
  'muted_notices',
  {
    userId: text('user_id').notNull(),
    kind: text('kind').$type<NoticeKind>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
);
