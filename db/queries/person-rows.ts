import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { personIdentifiers, persons } from '../schema/persons.ts';
import { spells } from '../schema/spells.ts';
import type { IdentifierRow, PersonRow } from '../spell-rows.ts';

export type PersonQueries = {
  rows(personId: string): { persons: PersonRow[]; person_identifiers: IdentifierRow[] };
  /** Who holds an NHS number. */
  holder(nhsNumber: string): string | null;
  /** A stay of the person that has not ended, other than one (`''` for none). */
  openSpell(personId: string, otherThan: string): string | null;
};

export function preparePersonQueries(orm: BetterSQLite3Database): PersonQueries {
  const person = orm
    .select()
    .from(persons)
    .where(eq(persons.id, sql.placeholder('personId')))
    .prepare();
  const identifiers = orm
    .select()
    .from(personIdentifiers)
    .where(eq(personIdentifiers.personId, sql.placeholder('personId')))
    .prepare();
  const holder = orm
    .select({ personId: personIdentifiers.personId })
    .from(personIdentifiers)
    .where(
      // Written out, as the index is used only when the query says `kind = 'nhs'` itself.
      and(
        sql`${personIdentifiers.kind} = 'nhs'`,
        eq(personIdentifiers.value, sql.placeholder('nhsNumber')),
      ),
    )
    .prepare();
  const openSpell = orm
    .select({ id: spells.id })
    .from(spells)
    .where(
      and(
        eq(spells.personId, sql.placeholder('personId')),
        isNull(spells.dischargedAt),
        ne(spells.id, sql.placeholder('otherThan')),
      ),
    )
    .prepare();
  return {
    rows: (personId) => ({
      persons: person.all({ personId }),
      person_identifiers: identifiers.all({ personId }),
    }),
    holder: (nhsNumber) => holder.get({ nhsNumber })?.personId ?? null,
    openSpell: (personId, otherThan) => openSpell.get({ personId, otherThan })?.id ?? null,
  };
}
