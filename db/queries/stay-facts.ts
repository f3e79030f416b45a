import type { SQL } from 'drizzle-orm';
import { and, asc, between, eq, gte, inArray, isNull, lte, min, or, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { NctrPeriod } from '../../domain/delay/delay-days.ts';
import type { DayRange } from '../../domain/reports/months.ts';
import type { StayFacts } from '../../domain/reports/stay-facts.ts';
import { shownPathway } from '../../domain/spell/pathway.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { persons } from '../schema/persons.ts';
import { nctrPeriods, spells } from '../schema/spells.ts';

export type StayFactsQueries = {
  /** Those who left on the days of a range. */
  discharged(range: DayRange): StayFacts[];
  /** Those with a period without criteria to reside that touches a range. */
  readyDuring(range: DayRange): StayFacts[];
  /** Those who were in hospital on a day, also if they left on it. */
  presentOn(day: CalendarDay): StayFacts[];
  /** One stay; null where there is none. */
  stayFacts(spellId: string): StayFacts | null;
  /** The day of the first discharge; null while there is none. */
  firstDischargeDay(): CalendarDay | null;
};

const { placeholder } = sql;

export const presentDuring = and(
  lte(spells.admittedOn, placeholder('to')),
  or(isNull(spells.dischargedOn), gte(spells.dischargedOn, placeholder('from'))),
);

/** Those with a period without criteria to reside that touches a range. */
export function readyWithin(orm: BetterSQLite3Database): SQL {
  const touching = orm
    .select({ id: nctrPeriods.spellId })
    .from(nctrPeriods)
    .where(
      and(
        lte(nctrPeriods.startedOn, placeholder('to')),
        or(isNull(nctrPeriods.endedOn), gte(nctrPeriods.endedOn, placeholder('from'))),
      ),
    );
  return inArray(spells.id, touching);
}

/** Reads what reports need of stays, without loading whole ones. */
export function prepareStayFacts(orm: BetterSQLite3Database): StayFactsQueries {
  const discharged = prepareFacts(
    orm,
    between(spells.dischargedOn, placeholder('from'), placeholder('to')),
  );
  const ready = prepareFacts(orm, readyWithin(orm));
  const present = prepareFacts(orm, presentDuring);
  const one = prepareFacts(orm, eq(spells.id, placeholder('spellId')));
  const first = orm
    .select({ day: min(spells.dischargedOn) })
    .from(spells)
    .prepare();
  return {
    discharged,
    readyDuring: ready,
    presentOn: (day) => present({ from: day, to: day }),
    stayFacts: (spellId) => one({ spellId })[0] ?? null,
    firstDischargeDay: () => first.get()?.day ?? null,
  };
}

function prepareFacts(orm: BetterSQLite3Database, condition: SQL | undefined) {
  const stays = orm
    .select({
      spellId: spells.id,
      wardId: spells.wardId,
      specialty: spells.specialty,
      patientClass: spells.patientClass,
      isMaternity: spells.isMaternity,
      admittedOn: spells.admittedOn,
      dischargedAt: spells.dischargedAt,
      dischargedOn: spells.dischargedOn,
      destination: spells.destination,
      edd: spells.edd,
      recommended: spells.pathwayRecommended,
      agreed: spells.pathwayAgreed,
      national: spells.pathwayNational,
      dateOfBirth: persons.dateOfBirth,
      sex: persons.sex,
      ethnicCategory: persons.ethnicCategory,
      place: persons.place,
      imdQuintile: persons.imdQuintile,
      needsInterpreter: persons.needsInterpreter,
    })
    .from(spells)
    .innerJoin(persons, eq(persons.id, spells.personId))
    .where(condition)
    .prepare();
  const ids = orm.select({ id: spells.id }).from(spells).where(condition);
  const periods = orm
    .select()
    .from(nctrPeriods)
    .where(inArray(nctrPeriods.spellId, ids))
    .orderBy(asc(nctrPeriods.spellId), asc(nctrPeriods.position))
    .prepare();
  return (asked: Record<string, string>): StayFacts[] => {
    const periodsOf = new Map<string, NctrPeriod[]>();
    for (const { spellId, startedOn, endedOn, endedBy } of periods.all(asked)) {
      const period = { startedOn, endedOn, endedBy };
      const found = periodsOf.get(spellId);
      if (found === undefined) periodsOf.set(spellId, [period]);
      else found.push(period);
    }
    return stays
      .all(asked)
      .map((row) => factsFromRow(row, periodsOf.get(row.spellId) ?? NO_PERIODS));
  };
}

const NO_PERIODS: NctrPeriod[] = [];

type FactsRow = Omit<StayFacts, 'discharge' | 'pathway' | 'nctrPeriods' | 'person'> &
  StayFacts['person'] & {
    dischargedAt: string | null;
    dischargedOn: string | null;
    destination: NonNullable<StayFacts['discharge']>['destination'] | null;
  };

function factsFromRow(row: FactsRow, periods: NctrPeriod[]): StayFacts {
  const { dischargedAt: at, dischargedOn: on, destination } = row;
  const { dateOfBirth, sex, ethnicCategory, place, imdQuintile, needsInterpreter } = row;
  return {
    spellId: row.spellId,
    wardId: row.wardId,
    specialty: row.specialty,
    patientClass: row.patientClass,
    isMaternity: row.isMaternity,
    admittedOn: row.admittedOn,
    discharge: at === null || on === null || destination === null ? null : { at, on, destination },
    edd: row.edd,
    pathway: shownPathway(row),
    recommended: row.recommended,
    agreed: row.agreed,
    national: row.national,
    nctrPeriods: periods,
    person: { dateOfBirth, sex, ethnicCategory, place, imdQuintile, needsInterpreter },
  };
}
