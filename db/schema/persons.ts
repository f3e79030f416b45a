import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ETHNIC_CATEGORIES, SEXES } from '../../domain/persons/person.ts';
import { DISTRICTS, PLACES } from '../../domain/persons/place.ts';

export const persons = sqliteTable('persons', {
  id: text('id').primaryKey(),
  familyName: text('family_name').notNull(),
  givenName: text('given_name').notNull(),
  dateOfBirth: text('date_of_birth').notNull(),
  sex: text('sex', { enum: SEXES }).notNull(),
  ethnicCategory: text('ethnic_category', { enum: ETHNIC_CATEGORIES }).notNull(),
  addressLine: text('address_line'),
  addressTown: text('address_town'),
  addressPostcode: text('address_postcode'),
  place: text('place', { enum: PLACES }).notNull(),
  district: text('district', { enum: DISTRICTS }),
  imdQuintile: integer('imd_quintile'),
  language: text('language'),
  needsInterpreter: integer('needs_interpreter', { mode: 'boolean' }).notNull(),
  /** A list, as JSON. */
  communicationNeeds: text('communication_needs').notNull(),
  riskToStaff: text('risk_to_staff'),
  accessContact: text('access_contact'),
});

export const IDENTIFIER_KINDS = ['nhs', 'hospital', 'social_care'] as const;

export const personIdentifiers = sqliteTable(
  'person_identifiers',
  {
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: IDENTIFIER_KINDS }).notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.kind] })],
);
