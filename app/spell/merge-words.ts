import type { MergeChoice } from '../../domain/persons/merge-records.ts';
import { MERGE_CHOICES } from '../../domain/persons/merge-records.ts';
import type { PersonDetails } from '../../domain/persons/person.ts';
import { isKnownFact } from '../../domain/persons/person.ts';
import { factInWords } from './person-words.ts';

export const CHOICE_NAMES: Record<MergeChoice, string> = {
  name: 'Name',
  dateOfBirth: 'Date of birth',
  sex: 'Sex',
  ethnicCategory: 'Ethnic category',
  hospitalNumber: 'Hospital number',
  socialCareId: 'Social care ID',
  home: 'Home and council',
  language: 'Language',
  accessContact: 'Who opens the door',
};

/** What a record says; the deprivation quintile follows from the home and is not shown. */
export function choiceInWords(person: PersonDetails, choice: MergeChoice): string {
  if (choice === 'name') return `${person.familyName}, ${person.givenName}`;
  const fields: readonly (keyof PersonDetails)[] = MERGE_CHOICES[choice];
  const said = fields.filter((field) => field !== 'imdQuintile' && isKnownFact(person[field]));
  return said.length === 0
    ? 'Not known'
    : said.map((field) => factInWords(person, field)).join(', ');
}
