import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from '../../domain/actor.ts';
import { PLACES } from '../../domain/persons/place.ts';

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  /** In lower case. */
  email: text('email').notNull(),
  name: text('name').notNull(),
  organisation: text('organisation').notNull(),
  role: text('role', { enum: ROLES }).notNull(),
  isTeamLead: integer('is_team_lead', { mode: 'boolean' }).notNull(),
  place: text('place', { enum: PLACES }),
  passwordHash: text('password_hash'),
  isDisabled: integer('is_disabled', { mode: 'boolean' }).notNull(),
});

export const userScopes = sqliteTable(
  'user_scopes',
  {
    userId: text('user_id').notNull(),
    position: integer('position').notNull(),
    wardId: text('ward_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.position] })],
);

export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  userId: text('user_id').notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  endedAt: text('ended_at'),
});

export const loginAttempts = sqliteTable('login_attempts', {
  id: integer('id').primaryKey(),
  userId: text('user_id'),
  at: text('at').notNull(),
  isSuccess: integer('is_success', { mode: 'boolean' }).notNull(),
});

export const accountEvents = sqliteTable('account_events', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  by: text('by').notNull(),
  userId: text('user_id').notNull(),
  type: text('type', { enum: ['AccountAdded', 'AccountChanged'] }).notNull(),
  /** The names of the fields that changed, as JSON. */
  fields: text('fields').notNull(),
});
