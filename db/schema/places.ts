import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const ORGANISATION_KINDS = [
  'acute',
  'community',
  'icb',
  'council',
  'housing',
  'hub',
] as const;

export const organisations = sqliteTable('organisations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ORGANISATION_KINDS }).notNull(),
  code: text('code'),
  codeSystem: text('code_system', { enum: ['ods', 'ons'] }),
});

export const sites = sqliteTable('sites', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  organisationId: text('organisation_id').notNull(),
});

export const wards = sqliteTable('wards', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  siteId: text('site_id').notNull(),
});
