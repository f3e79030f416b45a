import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import { ETHNIC_CATEGORY_NAMES, SEX_NAMES } from '../../domain/persons/category-names.ts';
import type { PersonDetails } from '../../domain/persons/person.ts';
import type { DISTRICTS } from '../../domain/persons/place.ts';
import { PLACE_NAMES } from '../../domain/persons/place.ts';
import { formatBirthDate } from '../../domain/time.ts';

export const DISTRICT_NAMES: Record<(typeof DISTRICTS)[number], string> = {
  blaby: 'Blaby',
  charnwood: 'Charnwood',
  harborough: 'Harborough',
  hinckley_and_bosworth: 'Hinckley and Bosworth',
  melton: 'Melton',
  north_west_leicestershire: 'North West Leicestershire',
  oadby_and_wigston: 'Oadby and Wigston',
};

export const FACT_NAMES: Record<keyof PersonDetails, string> = {
  familyName: 'Family name',
  givenName: 'Given name',
  dateOfBirth: 'Date of birth',
  sex: 'Sex',
  ethnicCategory: 'Ethnic category',
  nhsNumber: 'NHS number',
  hospitalNumber: 'Hospital number',
  socialCareId: 'Social care ID',
  address: 'Address',
  place: 'Council',
  district: 'District',
  imdQuintile: 'Deprivation quintile',
  language: 'Language',
  needsInterpreter: 'Interpreter',
  communicationNeeds: 'Communication needs',
  riskToStaff: 'Risk to staff',
  accessContact: 'Access contact',
};

const NOTHING = 'nothing';

/** A fact as its form shows it, for a choice between two. */
export function factInWords(person: PersonDetails, field: keyof PersonDetails): string {
  switch (field) {
    case 'sex':
      return SEX_NAMES[person.sex];
    case 'ethnicCategory':
      return ETHNIC_CATEGORY_NAMES[person.ethnicCategory];
    case 'place':
      return PLACE_NAMES[person.place];
    case 'district':
      return person.district === null ? NOTHING : DISTRICT_NAMES[person.district];
    case 'dateOfBirth':
      return formatBirthDate(person.dateOfBirth);
    case 'nhsNumber':
      return person.nhsNumber === null ? NOTHING : formatNhsNumber(person.nhsNumber);
    case 'needsInterpreter':
      return person.needsInterpreter ? 'needed' : 'not needed';
    case 'communicationNeeds':
      return person.communicationNeeds.join('; ') || NOTHING;
    case 'address': {
      const { line, town, postcode } = person.address ?? { line: null, town: null, postcode: null };
      return [line, town, postcode].filter((part) => part !== null).join(', ') || NOTHING;
    }
    default:
      return String(person[field] ?? NOTHING);
  }
}
