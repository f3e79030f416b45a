import { ageOn } from '../time.ts';
import type { ReportPlaces } from './places.ts';
import type { FinishedStay, StayFacts } from './stay-facts.ts';

/** Whom a report is about: those whom the national measures count, or everybody. */
export const POPULATIONS = ['national', 'everybody'] as const;
export type Population = (typeof POPULATIONS)[number];

export const POPULATION_NAMES: Record<Population, string> = {
  national: 'National measure: acute, adult, without maternity, deaths and stays of no nights',
  everybody: 'Everybody, community hospitals included',
};

const ADULT_YEARS = 18;

/**
 * Whether somebody is counted while they are in hospital. The national measures are about adults
 * in acute hospitals, without maternity (handbook 6, assumed). Age is that on the day of admission.
 */
export function isCountedHere(
  stay: StayFacts,
  population: Population,
  places: ReportPlaces,
): boolean {
  if (population === 'everybody') return true;
  return (
    places.get(stay.wardId)?.providerKind === 'acute' &&
    ageOn(stay.person.dateOfBirth, stay.admittedOn) >= ADULT_YEARS &&
    !stay.isMaternity
  );
}

/**
 * Whether a discharge is counted: nationally, of those counted while here, not of somebody who
 * died, nor after a stay of no nights (handbook 6, assumed). Until then both were here as anybody.
 */
export function isCountedDischarge(
  stay: FinishedStay,
  population: Population,
  places: ReportPlaces,
): boolean {
  const { discharge, admittedOn } = stay;
  if (!isCountedHere(stay, population, places)) return false;
  return (
    population === 'everybody' || (discharge.destination !== 'died' && discharge.on !== admittedOn)
  );
}
