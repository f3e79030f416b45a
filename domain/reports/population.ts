import { ageOn } from '../time.ts';
import type { ReportPlaces } from './places.ts';
import type { StayFacts } from './stay-facts.ts';

/** Whom a report is about: those whom the national measures count, or everybody. */
export const POPULATIONS = ['national', 'everybody'] as const;
export type Population = (typeof POPULATIONS)[number];

export const POPULATION_NAMES: Record<Population, string> = {
  national: 'National measure: acute, adult, without maternity, deaths and stays of no nights',
  everybody: 'Everybody, community hospitals included',
};

const ADULT_YEARS = 18;

/**
 * Whether a stay is counted. The national measures are about adults in acute hospitals, without
 * maternity, those who died, and stays of no nights (handbook 6, assumed). Age is that on the day
 * of admission. Somebody who is still here has had no last night yet, and is counted.
 */
export function isCounted(stay: StayFacts, population: Population, places: ReportPlaces): boolean {
  if (population === 'everybody') return true;
  return (
    places.get(stay.wardId)?.providerKind === 'acute' &&
    ageOn(stay.person.dateOfBirth, stay.admittedOn) >= ADULT_YEARS &&
    !stay.isMaternity &&
    stay.discharge?.destination !== 'died' &&
    stay.discharge?.on !== stay.admittedOn
  );
}
