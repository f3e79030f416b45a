import { delayDays, dischargeReadyDate } from '../delay/delay-days.ts';
import type { NctrPeriod } from '../delay/delay-days.ts';
import type { Person } from '../persons/person.ts';
import type { Destination } from '../spell/discharge.ts';
import type { NationalPathway, Pathway } from '../spell/pathway.ts';
import { shownPathway } from '../spell/pathway.ts';
import type { PatientClass, Spell } from '../spell/state.ts';
import type { CalendarDay, Instant } from '../time.ts';

/** What reports need to know of one stay: no name, number or free text. */
export type StayFacts = {
  spellId: string;
  /** Where the person is, or was when they left. */
  wardId: string;
  specialty: string | null;
  patientClass: PatientClass;
  isMaternity: boolean;
  admittedAt: Instant;
  admittedOn: CalendarDay;
  discharge: { at: Instant; on: CalendarDay; destination: Destination } | null;
  edd: CalendarDay | null;
  /** The one that is shown; beside it what the ward recommended and the hub agreed. */
  pathway: Pathway;
  recommended: Pathway;
  agreed: Pathway;
  national: NationalPathway | null;
  nctrPeriods: readonly NctrPeriod[];
  person: Pick<
    Person,
    'dateOfBirth' | 'sex' | 'ethnicCategory' | 'place' | 'imdQuintile' | 'needsInterpreter'
  >;
};

export function factsOfSpell(spell: Spell): StayFacts {
  const { dateOfBirth, sex, ethnicCategory, place, imdQuintile, needsInterpreter } = spell.person;
  return {
    spellId: spell.id,
    wardId: spell.wardId,
    specialty: spell.specialty,
    patientClass: spell.patientClass,
    isMaternity: spell.isMaternity,
    admittedAt: spell.admittedAt,
    admittedOn: spell.admittedOn,
    discharge: spell.discharge,
    edd: spell.edd.day,
    pathway: shownPathway(spell.pathway),
    recommended: spell.pathway.recommended,
    agreed: spell.pathway.agreed,
    national: spell.pathway.national,
    nctrPeriods: spell.nctrPeriods,
    person: { dateOfBirth, sex, ethnicCategory, place, imdQuintile, needsInterpreter },
  };
}

/** Somebody who has left. */
export type FinishedStay = StayFacts & { discharge: NonNullable<StayFacts['discharge']> };

export function isFinished(stay: StayFacts): stay is FinishedStay {
  return stay.discharge !== null;
}

/**
 * Days from the discharge ready date to the discharge. 0 for somebody who left on the day they
 * were ready, or for whom no date is recorded: they count as gone on that day (handbook 1; NHS
 * England, discharge ready date guidance).
 */
export function daysOfDelay({ nctrPeriods, discharge }: FinishedStay): number {
  return delayDays(dischargeReadyDate(nctrPeriods), discharge.on, discharge.on);
}
