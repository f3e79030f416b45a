import { isNhsNumber } from '../../domain/persons/nhs-number.ts';
import type { Person, PersonDetails } from '../../domain/persons/person.ts';
import { idOf } from './ids.ts';

/** A valid NHS number of the range that is never issued (999), another for each number below 80,000. */
export function nhsNumberOf(number: number): string {
  // Some stems have no check digit: the steps leave room to move on to the next that has one.
  for (let stem = 999_000_000 + number * 11; ; stem += 1) {
    const found = Array.from({ length: 10 }, (_, digit) => `${stem}${digit}`).find(isNhsNumber);
    if (found !== undefined) return found;
  }
}

/** What a command brings about a person; everyone invented. */
export function aPersonDetails(changes: Partial<PersonDetails> = {}): PersonDetails {
  return {
    familyName: 'Testcase',
    givenName: 'Asha',
    dateOfBirth: '1941-03-04',
    sex: 'female',
    ethnicCategory: 'H',
    nhsNumber: nhsNumberOf(1),
    hospitalNumber: 'S1000001',
    socialCareId: null,
    address: { line: '1 Example Street', town: 'Leicester', postcode: 'LE1 1AA' },
    place: 'leicester',
    district: null,
    imdQuintile: 2,
    language: null,
    needsInterpreter: false,
    communicationNeeds: [],
    riskToStaff: null,
    accessContact: null,
    ...changes,
  };
}

export function aPerson(changes: Partial<Person> = {}): Person {
  return { ...aPersonDetails(), id: idOf(1), ...changes };
}
