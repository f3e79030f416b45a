import type { PersonDetails } from '../../domain/persons/person.ts';
import type { FormValues } from './form-values.ts';
import { textOf } from './read-field.ts';

/** What people write of a person; the deprivation quintile follows from the postcode. */
export const WRITTEN_FACTS = [
  'familyName',
  'givenName',
  'dateOfBirth',
  'sex',
  'ethnicCategory',
  'nhsNumber',
  'hospitalNumber',
  'socialCareId',
  'address',
  'place',
  'district',
  'language',
  'needsInterpreter',
  'communicationNeeds',
  'riskToStaff',
  'accessContact',
] as const satisfies readonly (keyof PersonDetails)[];
export type WrittenFact = (typeof WRITTEN_FACTS)[number];

/** The facts that the fields of a form say, unchecked: the command's schema checks them. */
export function personFromForm(form: FormData): Record<WrittenFact, unknown> {
  const text = (name: string) => textOf(form, name) ?? null;
  const place = text('place');
  return {
    familyName: text('familyName') ?? '',
    givenName: text('givenName') ?? '',
    dateOfBirth: text('dateOfBirth') ?? '',
    sex: text('sex'),
    ethnicCategory: text('ethnicCategory'),
    nhsNumber: text('nhsNumber')?.replace(/[\s-]/g, '') ?? null,
    hospitalNumber: text('hospitalNumber'),
    socialCareId: text('socialCareId'),
    address: addressOf(form),
    place,
    // Only Leicestershire has districts: one left over from another choice is none.
    district: place === 'leicestershire' ? text('district') : null,
    language: text('language'),
    needsInterpreter: form.get('needsInterpreter') === 'yes',
    communicationNeeds: linesOf(text('communicationNeeds')),
    riskToStaff: text('riskToStaff'),
    accessContact: text('accessContact'),
  };
}

function addressOf(form: FormData) {
  const line = textOf(form, 'addressLine');
  const town = textOf(form, 'addressTown');
  const postcode = textOf(form, 'addressPostcode');
  if (line === undefined && town === undefined && postcode === undefined) return null;
  return { line: line ?? '', town: town ?? '', postcode: postcode ?? null };
}

function linesOf(text: string | null): string[] {
  const lines = (text ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

/** A form filled in with what is known. */
export function valuesOfPerson(person: PersonDetails): FormValues {
  const { address } = person;
  const texts = {
    familyName: person.familyName,
    givenName: person.givenName,
    dateOfBirth: person.dateOfBirth,
    sex: person.sex,
    ethnicCategory: person.ethnicCategory,
    nhsNumber: person.nhsNumber,
    hospitalNumber: person.hospitalNumber,
    socialCareId: person.socialCareId,
    addressLine: address?.line,
    addressTown: address?.town,
    addressPostcode: address?.postcode,
    place: person.place,
    district: person.district,
    language: person.language,
    needsInterpreter: person.needsInterpreter ? 'yes' : null,
    communicationNeeds: person.communicationNeeds.join('\n'),
    riskToStaff: person.riskToStaff,
    accessContact: person.accessContact,
  };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [text ?? '']]));
}

/** The field of the form that a refusal's path is about: `person.address.line` is `addressLine`. */
export function fieldOfPath(path: string): string {
  const [first = '', second = '', third] = path.split('.');
  if (first !== 'person') return first;
  if (second !== 'address') return second;
  return third === undefined
    ? 'addressLine'
    : `address${third.charAt(0).toUpperCase()}${third.slice(1)}`;
}

/** Said of what a schema refuses without a sentence; the others keep theirs. */
const SENTENCES: Record<string, string> = {
  familyName: 'Enter the family name, in at most 120 characters',
  givenName: 'Enter the given name, in at most 120 characters',
  dateOfBirth: 'Enter a real date of birth',
  sex: 'Choose the sex from the list',
  ethnicCategory: 'Choose the ethnic category from the list',
  hospitalNumber: 'Write the hospital number in at most 120 characters',
  socialCareId: 'Write the social care ID in at most 120 characters',
  addressLine: 'Enter the first line of the address',
  addressTown: 'Enter the town of the address',
  addressPostcode: 'Write the postcode in at most 120 characters',
  place: 'Choose the council from the list',
  district: 'Choose the district from the list',
  language: 'Write the language in at most 120 characters',
  communicationNeeds: 'Write at most 10 needs, each in at most 120 characters',
  riskToStaff: 'Write at most 400 characters',
  accessContact: 'Write at most 200 characters',
};

/** What is wrong with a form of a person, by its fields. */
export function errorsInForm(
  fields: Readonly<Record<string, string>> | undefined,
  isShape: boolean,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const sentences = { ...SENTENCES, ...more };
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([path, message]) => {
      const name = fieldOfPath(path);
      return [name, (isShape ? sentences[name] : undefined) ?? message];
    }),
  );
}
