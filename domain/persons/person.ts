import * as z from 'zod/mini';
import { isCalendarDay } from '../time.ts';
import { isNhsNumber } from './nhs-number.ts';
import { DISTRICTS, PLACES } from './place.ts';

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

/** More of these, or a longer text, no form could show again. */
export const MAX_COMMUNICATION_NEEDS = 10;
export const MAX_RISK_LENGTH = 400;

const facts = {
  familyName: shortText,
  givenName: shortText,
  dateOfBirth: day,
  sex: z.enum(SEXES),
  ethnicCategory: z.enum(ETHNIC_CATEGORIES),
  nhsNumber: z.nullable(
    z.string().check(z.refine(isNhsNumber, 'This is not a valid NHS number: check the ten digits')),
  ),
  hospitalNumber: z.nullable(shortText),
  socialCareId: z.nullable(shortText),
  address: z.nullable(
    z.strictObject({
      line: shortText,
      town: shortText,
      postcode: z._default(z.nullable(shortText), null),
    }),
  ),
  place: z.enum(PLACES),
  district: z.nullable(z.enum(DISTRICTS)),
  imdQuintile: z.nullable(z.int().check(z.minimum(1), z.maximum(5))),
  language: z.nullable(shortText),
  needsInterpreter: z.boolean(),
  communicationNeeds: z.array(shortText).check(z.maxLength(MAX_COMMUNICATION_NEEDS)),
  riskToStaff: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_RISK_LENGTH))),
  accessContact: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
};

/** What is known of a person, as a command brings it. What is left out is not known, never invented. */
export const personDetails = z.strictObject({
  ...facts,
  sex: z._default(facts.sex, 'not_known'),
  ethnicCategory: z._default(facts.ethnicCategory, '99'),
  nhsNumber: z._default(facts.nhsNumber, null),
  hospitalNumber: z._default(facts.hospitalNumber, null),
  socialCareId: z._default(facts.socialCareId, null),
  address: z._default(facts.address, null),
  place: z._default(facts.place, 'unknown'),
  district: z._default(facts.district, null),
  imdQuintile: z._default(facts.imdQuintile, null),
  language: z._default(facts.language, null),
  needsInterpreter: z._default(facts.needsInterpreter, false),
  communicationNeeds: z._default(facts.communicationNeeds, []),
  riskToStaff: z._default(facts.riskToStaff, null),
  accessContact: z._default(facts.accessContact, null),
});

/** Some of these facts, for a correction. */
export const somePersonDetails = z.partial(z.strictObject(facts));

/** The names of the facts. */
export const PERSON_FIELDS = Object.keys(facts) as (keyof PersonDetails)[]; // its own keys
export type PersonDetails = z.infer<typeof personDetails>;

export type Person = PersonDetails & { id: string };

/** The facts as sentences name them. */
export const FIELD_NAMES: Record<keyof PersonDetails, string> = {
  familyName: 'family name',
  givenName: 'given name',
  dateOfBirth: 'date of birth',
  sex: 'sex',
  ethnicCategory: 'ethnic category',
  nhsNumber: 'NHS number',
  hospitalNumber: 'hospital number',
  socialCareId: 'social care number',
  address: 'address',
  place: 'council',
  district: 'district',
  imdQuintile: 'deprivation quintile',
  language: 'language',
  needsInterpreter: 'interpreter',
  communicationNeeds: 'communication needs',
  riskToStaff: 'risk to staff',
  accessContact: 'access contact',
};

/** How a fact reads that is not known. */
const NOT_KNOWN: readonly unknown[] = [null, 'not_known', '99', 'unknown', false];

export function isKnownFact(value: unknown): boolean {
  return !NOT_KNOWN.includes(value) && !(Array.isArray(value) && value.length === 0);
}

/**
 * What is known of somebody who comes back: what is said now, and for what is not said now what was
 * known before. A need or a risk is never lost because a form left it empty (hazard 15).
 */
export function factsTogether(before: PersonDetails, now: PersonDetails): PersonDetails {
  const said = Object.entries(now).filter(([, value]) => isKnownFact(value));
  return { ...before, ...Object.fromEntries(said) };
}

/** Whether two values of a fact say the same. The log keeps the parts of an address in another order. */
export function isSameFact(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? Object.fromEntries(Object.entries(value).sort()) : value;
}

/** Whether two family names are one, however they are written: `O’Neill`, `ONEILL`, `o neill`. */
export function isSameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b);
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}
