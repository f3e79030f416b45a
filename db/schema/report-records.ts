import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActorRole } from '../../domain/actor.ts';
import { RETURN_PARTS, RETURN_STANDINGS } from '../../domain/reports/return-versions.ts';
import { TREND_MARK_KINDS } from '../../domain/reports/trend-marks.ts';

const madeBy = {
  madeAt: text('made_at').notNull(),
  madeById: text('made_by_id').notNull(),
  madeByName: text('made_by_name').notNull(),
  role: text('role').$type<ActorRole>().notNull(),
  organisation: text('organisation').notNull(),
};

export const trendMarks = sqliteTable('trend_marks', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: TREND_MARK_KINDS }).notNull(),
  measure: text('measure').notNull(),
  provider: text('provider').notNull(),
  day: text('day').notNull(),
  words: text('words').notNull(),
  ...madeBy,
});

export const trendMarksTakenBack = sqliteTable('trend_marks_taken_back', {
  markId: text('mark_id').primaryKey(),
  commandId: text('command_id').notNull(),
  reason: text('reason').notNull(),
  takenBackAt: text('taken_back_at').notNull(),
  takenBackById: text('taken_back_by_id').notNull(),
  takenBackByName: text('taken_back_by_name').notNull(),
  role: text('role').$type<ActorRole>().notNull(),
  organisation: text('organisation').notNull(),
});

/** What a trend is to reach; of one measure and place the last one stands. */
export const trendTargets = sqliteTable('trend_targets', {
  id: text('id').primaryKey(),
  measure: text('measure').notNull(),
  provider: text('provider').notNull(),
  value: real('value'),
  words: text('words').notNull(),
  ...madeBy,
});

/** A return as it was signed, or that it was opened again: version by version. */
export const returnVersions = sqliteTable('return_versions', {
  id: text('id').primaryKey(),
  part: text('part', { enum: RETURN_PARTS }).notNull(),
  day: text('day').notNull(),
  version: integer('version').notNull(),
  standing: text('standing', { enum: RETURN_STANDINGS }).notNull(),
  note: text('note'),
  content: text('content'),
  ...madeBy,
  previousHash: text('previous_hash'),
  hash: text('hash').notNull(),
});

/** A file of the national statistics as it was read; of one month the last one counts. */
export const nationalFiles = sqliteTable('national_files', {
  id: text('id').primaryKey(),
  month: text('month').notNull(),
  fileName: text('file_name').notNull(),
  content: text('content').notNull(),
  fileHash: text('file_hash').notNull(),
  ...madeBy,
});

/** The region and the integrated care board that returns name with an organisation, from a day on. */
export const organisationAreas = sqliteTable(
  'organisation_areas',
  {
    organisationId: text('organisation_id').notNull(),
    validFrom: text('valid_from').notNull(),
    region: text('region').notNull(),
    icb: text('icb').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.validFrom] })],
);
