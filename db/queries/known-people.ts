import { desc, eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { isSameName } from '../../domain/persons/person.ts';
import { persons } from '../schema/persons.ts';
import { spells } from '../schema/spells.ts';
import { personFromRows } from '../spell-rows.ts';
import type { KnownPerson, PersonQuery } from '../store.ts';
import type { PersonQueries } from './person-rows.ts';

/** Who is known by a number, or by name and birth date. Call it in a transaction: it reads often. */
export function prepareKnownPeople(orm: BetterSQLite3Database, people: PersonQueries) {
  const bornOn = orm
    .select({ id: persons.id, familyName: persons.familyName })
    .from(persons)
    .where(eq(persons.dateOfBirth, sql.placeholder('dateOfBirth')))
    .prepare();
  const { id: spellId, wardId, admittedAt, admittedOn, dischargedAt, dischargedOn } = spells;
  const staysOf = orm
    .select({ spellId, wardId, admittedAt, admittedOn, dischargedAt, dischargedOn })
    .from(spells)
    .where(eq(spells.personId, sql.placeholder('personId')))
    .orderBy(desc(admittedAt), desc(spellId))
    .prepare();

  function idsOf(by: PersonQuery): string[] {
    if ('nhsNumber' in by) {
      const holder = people.holder(by.nhsNumber);
      return holder === null ? [] : [holder];
    }
    const born = bornOn.all({ dateOfBirth: by.dateOfBirth });
    return born.filter((row) => isSameName(row.familyName, by.familyName)).map(({ id }) => id);
  }

  return (by: PersonQuery): KnownPerson[] =>
    idsOf(by).flatMap((personId) => {
      const { persons: rows, person_identifiers: identifiers } = people.rows(personId);
      const stays = staysOf.all({ personId });
      return rows.map((row) => ({ person: personFromRows(row, identifiers), stays }));
    });
}
