import { and, eq, inArray } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { personIdentifiers, persons } from '../schema/persons.ts';
import { spells } from '../schema/spells.ts';

export type PersonBehind = {
  spellId: string;
  familyName: string;
  givenName: string;
  dateOfBirth: string;
  nhsNumber: string | null;
};

/** SQLite takes a limited number of values at a time. */
const AT_ONCE = 500;

/** Who the stays behind a figure are of. */
export function readPeopleBehind(
  orm: BetterSQLite3Database,
  spellIds: readonly string[],
): PersonBehind[] {
  const found: PersonBehind[] = [];
  for (let at = 0; at < spellIds.length; at += AT_ONCE) {
    const rows = orm
      .select({
        spellId: spells.id,
        familyName: persons.familyName,
        givenName: persons.givenName,
        dateOfBirth: persons.dateOfBirth,
        nhsNumber: personIdentifiers.value,
      })
      .from(spells)
      .innerJoin(persons, eq(persons.id, spells.personId))
      .leftJoin(
        personIdentifiers,
        and(eq(personIdentifiers.personId, persons.id), eq(personIdentifiers.kind, 'nhs')),
      )
      .where(inArray(spells.id, spellIds.slice(at, at + AT_ONCE)))
      .all();
    found.push(...rows);
  }
  return found;
}
