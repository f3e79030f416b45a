import * as z from 'zod/mini';
import { isCalendarDay } from '../time.ts';
import { isNhsNumber } from './nhs-number.ts';

/** The upper-tier council a person lives in, by home address (handbook 1). */
export const PLACES = ['leicester', 'leicestershire', 'rutland', 'out_of_area', 'unknown'] as const;
export type Place = (typeof PLACES)[number];

export const PLACE_NAMES: Record<Place, string> = {
  leicester: 'Leicester',
  leicestershire: 'Leicestershire',
  rutland: 'Rutland',
  out_of_area: 'Out of area',
  unknown: 'Council not known',
};

/** Districts of Leicestershire; they route adaptations and homelessness. */
export const DISTRICTS = [
  'blaby',
  'charnwood',
  'harborough',
  'hinckley_and_bosworth',
  'melton',
  'north_west_leicestershire',
  'oadby_and_wigston',
] as const;

export const SEXES = ['female', 'male', 'indeterminate', 'not_known'] as const;

/** The 16+1 ethnic categories (handbook 7); 99 is "not known". */
export const ETHNIC_CATEGORIES = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'J',
  'K',
  'L',
  'M',
  'N',
  'P',
  'R',
  'S',
  'Z',
  '99',
] as const;

const shortText = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));
const day = z.string().check(z.refine(isCalendarDay, 'Enter a real date'));

/** A fact that may be left out when it is not known. */
function unlessUnknown<Schema extends z.core.$ZodType>(schema: Schema) {
  return z._default(z.nullable(schema), null);
}

/** What is known of a person, as a command brings it. Missing facts are null, never invented. */
export const personDetails = z.strictObject({
  familyName: shortText,
  givenName: shortText,
  dateOfBirth: day,
  sex: z._default(z.enum(SEXES), 'not_known'),
  ethnicCategory: z._default(z.enum(ETHNIC_CATEGORIES), '99'),
  nhsNumber: unlessUnknown(
    z.string().check(z.refine(isNhsNumber, 'This is not a valid NHS number: check the ten digits')),
  ),
  hospitalNumber: unlessUnknown(shortText),
  socialCareId: unlessUnknown(shortText),
  address: unlessUnknown(
    z.strictObject({ line: shortText, town: shortText, postcode: unlessUnknown(shortText) }),
  ),
  place: z._default(z.enum(PLACES), 'unknown'),
  district: unlessUnknown(z.enum(DISTRICTS)),
  imdQuintile: unlessUnknown(z.int().check(z.minimum(1), z.maximum(5))),
  language: unlessUnknown(shortText),
  needsInterpreter: z._default(z.boolean(), false),
  communicationNeeds: z._default(z.array(shortText).check(z.maxLength(10)), []),
  riskToStaff: unlessUnknown(z.string().check(z.maxLength(400))),
  accessContact: unlessUnknown(z.string().check(z.maxLength(200))),
});
export type PersonDetails = z.infer<typeof personDetails>;

export type Person = PersonDetails & { id: string };

/** `PATEL, Asha`: family name in capitals first, so that names read alike on every screen. */
export function displayName(person: { familyName: string; givenName: string }): string {
  return `${person.familyName.toUpperCase()}, ${person.givenName}`;
}
