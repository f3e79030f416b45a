import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { PersonStay } from '../../domain/spell/decision.ts';
import type { JourneyStay } from '../../domain/spell/spell-view.ts';
import { sites, wards } from '../schema/places.ts';
import { spells } from '../schema/spells.ts';

export type JourneyQueries = {
  staysOf(personId: string): PersonStay[];
  journeyOf(spellId: string): JourneyStay[];
  otherOpenStays(spellId: string): JourneyStay[];
};

export function prepareJourneys(orm: BetterSQLite3Database): JourneyQueries {
  const { id: spellId, admittedAt, admittedOn, dischargedAt, dischargedOn } = spells;
  const stays = orm
    .select({ spellId, admittedAt, dischargedAt })
    .from(spells)
    .where(eq(spells.personId, sql.placeholder('personId')))
    .orderBy(asc(admittedAt), asc(spellId))
    .prepare();
  const placed = { spellId, wardName: wards.name, site: sites.name, admittedOn, dischargedOn };
  const one = orm
    .select({ ...placed, continuesSpellId: spells.continuesSpellId })
    .from(spells)
    .innerJoin(wards, eq(wards.id, spells.wardId))
    .innerJoin(sites, eq(sites.id, wards.siteId))
    .where(eq(spellId, sql.placeholder('spellId')))
    .prepare();
  const personOf = orm
    .select({ personId: spells.personId })
    .from(spells)
    .where(eq(spellId, sql.placeholder('spellId')));
  const others = orm
    .select(placed)
    .from(spells)
    .innerJoin(wards, eq(wards.id, spells.wardId))
    .innerJoin(sites, eq(sites.id, wards.siteId))
    .where(
      and(
        inArray(spells.personId, personOf),
        isNull(dischargedAt),
        ne(spellId, sql.placeholder('spellId')),
      ),
    )
    .orderBy(asc(admittedAt))
    .prepare();
  return {
    otherOpenStays: (of) => others.all({ spellId: of }),
    staysOf: (personId) => stays.all({ personId }),
    journeyOf(of) {
      const journey: JourneyStay[] = [];
      let before = one.get({ spellId: of })?.continuesSpellId ?? null;
      // Ends: a stay follows on only from one that was there before it.
      while (before !== null) {
        const found = one.get({ spellId: before });
        if (found === undefined) break;
        const { continuesSpellId, ...stay } = found;
        journey.unshift(stay);
        before = continuesSpellId;
      }
      return journey;
    },
  };
}
