import type { Person } from '../persons/person.ts';

export const ERASED = '(erased at the end of retention)';

export function erasedPerson(id: string): Person {
  return {
    id,
    familyName: ERASED,
    givenName: '',
    dateOfBirth: '1900-01-01',
    sex: 'not_known',
    ethnicCategory: '99',
    nhsNumber: null,
    hospitalNumber: null,
    socialCareId: null,
    address: null,
    place: 'unknown',
    district: null,
    imdQuintile: null,
    language: null,
    needsInterpreter: false,
    communicationNeeds: [],
    riskToStaff: null,
    accessContact: null,
  };
}
