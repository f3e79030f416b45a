import type Database from 'better-sqlite3';
import type { NctrPeriod } from '../../domain/delay/delay-days.ts';
import type { DayRange } from '../../domain/reports/months.ts';
import type { StayFacts } from '../../domain/reports/stay-facts.ts';
import { shownPathway } from '../../domain/spell/pathway.ts';
import type { CalendarDay } from '../../domain/time.ts';

export type StayFactsQueries = {
  /** Those who left on the days of a range. */
  discharged(range: DayRange): StayFacts[];
  /** Those with a period without criteria to reside that touches a range. */
  readyDuring(range: DayRange): StayFacts[];
  /** Those who were in hospital on a day, also if they left on it. */
  presentOn(day: CalendarDay): StayFacts[];
  /** Those who were in hospital on any day of a range. */
  presentDuring(range: DayRange): StayFacts[];
  /** One stay; null where there is none. */
  stayFacts(spellId: string): StayFacts | null;
  /** The day of the first discharge; null while there is none. */
  firstDischargeDay(): CalendarDay | null;
};

/**
 * In hospital on some day of a range: a condition on `spells`. In two halves, as SQLite does not look
 * through an index for "or" of a whole and a part of it.
 */
const presentFrom = (from: ':from' | ':day', to: ':to' | ':day') => `id IN (
  SELECT id FROM spells WHERE discharged_on IS NULL AND admitted_on <= ${to}
  UNION ALL SELECT id FROM spells WHERE discharged_on >= ${from} AND admitted_on <= ${to})`;

/** In hospital on a day. */
export const PRESENT = presentFrom(':day', ':day');

const READY = `id IN (
  SELECT spell_id FROM nctr_periods WHERE ended_on IS NULL AND started_on <= :to
  UNION ALL SELECT spell_id FROM nctr_periods WHERE ended_on >= :from AND started_on <= :to)`;

/** Reads what reports need of stays, without loading whole ones. */
export function prepareStayFacts(db: Database.Database): StayFactsQueries {
  const present = prepareFacts(db, PRESENT);
  const one = prepareFacts(db, 'id = :spellId');
  const first = db
    .prepare<[], CalendarDay>(
      'SELECT discharged_on FROM spells WHERE discharged_on IS NOT NULL ORDER BY discharged_on LIMIT 1',
    )
    .pluck();
  return {
    discharged: prepareFacts(db, 'discharged_on BETWEEN :from AND :to'),
    readyDuring: prepareFacts(db, READY),
    presentDuring: prepareFacts(db, presentFrom(':from', ':to')),
    presentOn: (day) => present({ day }),
    stayFacts: (spellId) => one({ spellId })[0] ?? null,
    firstDischargeDay: () => first.get() ?? null,
  };
}

/** `condition` is about `spells`. */
function prepareFacts(db: Database.Database, condition: string) {
  const stays = db.prepare<Record<string, string>, FactsRow>(
    `SELECT stay.id AS spellId, ward_id AS wardId, specialty, patient_class AS patientClass,
       is_maternity AS isMaternity, admitted_at AS admittedAt, admitted_on AS admittedOn, discharged_at AS dischargedAt,
       discharged_on AS dischargedOn, destination, edd, pathway_recommended AS recommended,
       pathway_agreed AS agreed, pathway_national AS national, date_of_birth AS dateOfBirth, sex,
       ethnic_category AS ethnicCategory, place, imd_quintile AS imdQuintile,
       needs_interpreter AS needsInterpreter
     FROM (SELECT * FROM spells WHERE ${condition}) stay JOIN persons ON persons.id = person_id`,
  );
  const periods = db.prepare<Record<string, string>, NctrPeriod & { spellId: string }>(
    `SELECT spell_id AS spellId, started_on AS startedOn, ended_on AS endedOn, ended_by AS endedBy
     FROM nctr_periods WHERE spell_id IN (SELECT id FROM spells WHERE ${condition})
     ORDER BY spell_id, position`,
  );
  return (asked: Record<string, string>): StayFacts[] => {
    const periodsOf = new Map<string, NctrPeriod[]>();
    for (const { spellId, ...period } of periods.iterate(asked)) {
      const found = periodsOf.get(spellId);
      if (found === undefined) periodsOf.set(spellId, [period]);
      else found.push(period);
    }
    const found: StayFacts[] = [];
    for (const row of stays.iterate(asked)) {
      found.push(factsFromRow(row, periodsOf.get(row.spellId) ?? NO_PERIODS));
    }
    return found;
  };
}

const NO_PERIODS: NctrPeriod[] = [];

/** As SQLite has it: yes is 1, no is 0. */
type FactsRow = Omit<
  StayFacts,
  'discharge' | 'pathway' | 'nctrPeriods' | 'person' | 'isMaternity'
> &
  Omit<StayFacts['person'], 'needsInterpreter'> & {
    isMaternity: number;
    needsInterpreter: number;
    dischargedAt: string | null;
    dischargedOn: string | null;
    destination: NonNullable<StayFacts['discharge']>['destination'] | null;
  };

function factsFromRow(row: FactsRow, periods: NctrPeriod[]): StayFacts {
  const { dischargedAt: at, dischargedOn: on, destination } = row;
  const { dateOfBirth, sex, ethnicCategory, place, imdQuintile } = row;
  const needsInterpreter = row.needsInterpreter === 1;
  return {
    spellId: row.spellId,
    wardId: row.wardId,
    specialty: row.specialty,
    patientClass: row.patientClass,
    isMaternity: row.isMaternity === 1,
    admittedAt: row.admittedAt,
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
