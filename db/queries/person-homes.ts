import { desc, eq, isNotNull } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { persons } from '../schema/persons.ts';
import { spells } from '../schema/spells.ts';

export type PersonHome = { spellId: string; postcode: string; imdQuintile: number | null };

/** Where people live whose postcode is known, each once, with the last stay of theirs. */
export function readPersonHomes(orm: BetterSQLite3Database): PersonHome[] {
  const rows = orm
    .select({
      personId: persons.id,
      spellId: spells.id,
      postcode: persons.addressPostcode,
      imdQuintile: persons.imdQuintile,
    })
    .from(spells)
    .innerJoin(persons, eq(persons.id, spells.personId))
    .where(isNotNull(persons.addressPostcode))
    .orderBy(desc(spells.admittedAt))
    .all();
  const seen = new Set<string>();
  return rows.flatMap(({ personId, spellId, postcode, imdQuintile }) => {
    if (postcode === null || seen.has(personId)) return [];
    seen.add(personId);
    return [{ spellId, postcode, imdQuintile }];
  });
}
