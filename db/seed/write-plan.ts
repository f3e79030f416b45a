import type { PatientClass } from '../../domain/spell/state.ts';
import type { Destination } from '../../domain/spell/discharge.ts';
import { actionsOf } from './action-plans.ts';
import { instantAt, instantText, minutes } from './calendar.ts';
import type { DayNumber } from './calendar.ts';
import type { Random } from './random.ts';
import { reviewsOf } from './review-plans.ts';
import { roundsOf } from './round-plans.ts';
import { SPECIALTIES } from './specialties.ts';
import type { Stay } from './spell-history.ts';
import {
  clinicalCriteriaOf,
  criteriaToResideOf,
  eddChangesOf,
  nctrOf,
  pathwayChangesOf,
  wardMember,
} from './spell-history.ts';
import { notesOf } from './spell-notes.ts';
import type { SpellPlan } from './spell-plan.ts';
import type { TaskChoices } from './spell-tasks.ts';
import { tasksOf } from './spell-tasks.ts';
import { ADMISSION_HOURS } from './statistics.ts';

export type Outline = {
  id: string;
  stay: Stay;
  /** The day of the demo. */
  today: DayNumber;
  bed: string;
  patientClass: PatientClass;
  continuesSpellId: string | null;
  destination: Destination | null;
  choices?: TaskChoices;
};

/** Writes out all that happens in a stay. */
export function writePlan(outline: Outline): SpellPlan {
  const { id, stay, today, destination } = outline;
  const { ward, person } = stay;
  const nctr = nctrOf(stay);
  const tasks = tasksOf(stay, outline.choices);
  const reviews = reviewsOf(stay, today);
  return {
    id,
    personId: person.id,
    person: person.details,
    continuesSpellId: outline.continuesSpellId,
    wardId: ward.id,
    bed: outline.bed,
    specialty: SPECIALTIES[ward.specialty].name,
    patientClass: outline.patientClass,
    isMaternity: ward.specialty === 'maternity',
    admittedAt: instantText(stay.admittedAt),
    admittedBy: wardMember(stay, stay.random.fork('admission')),
    eddChanges: eddChangesOf(stay),
    pathwayChanges: pathwayChangesOf(stay),
    clinicalCriteria: clinicalCriteriaOf(stay),
    criteriaToReside: criteriaToResideOf(stay, nctr),
    nctr,
    tasks,
    rounds: roundsOf(stay, outline.bed, today),
    reviews,
    actions: actionsOf(stay, reviews),
    notes: notesOf(stay, tasks),
    discharge:
      destination === null
        ? null
        : {
            at: instantText(stay.until),
            destination,
            by: wardMember(stay, stay.random.fork('discharge')),
          },
  };
}

/** When somebody comes in: planned admissions in the morning, others round the clock. */
export function admissionAt(day: DayNumber, patientClass: PatientClass, random: Random): number {
  const isElective = patientClass === 'elective';
  const hour = isElective ? random.int(7, 10) : random.index(ADMISSION_HOURS);
  return (
    instantAt(day, hour * 60 + random.int(0, hour === 23 ? 45 : 59)) + random.int(0, 59) * 1000
  );
}

/** An admission earlier today, when the hour drawn has not come yet. */
export function admissionBefore(day: DayNumber, now: number, random: Random): number {
  const start = instantAt(day, 0);
  return start + Math.floor(((now - start) * random.int(5, 85)) / 100_000) * 1000;
}

export const LEAST_STAY_MS = minutes(150);
