import { formatNhsNumber } from '../domain/persons/nhs-number.ts';
import type { Card } from '../domain/spell/card.ts';
import { formatBirthDate } from '../domain/time.ts';

/** Who this is besides the name, by what the reader may see; never a bed alone. */
export function identityInWords({ person, bed }: Pick<Card, 'person' | 'bed'>): string {
  const { dateOfBirth, nhsNumber, address } = person;
  return [
    `Born ${formatBirthDate(dateOfBirth)}`,
    ...(nhsNumber ? [`NHS number ${formatNhsNumber(nhsNumber)}`] : []),
    ...(address ? [address] : []),
    ...(bed ? [`bed ${bed}`] : []),
  ].join(', ');
}

/** Wards of one name are in several hospitals. */
export function placeInWords({ ward }: Pick<Card, 'ward'>): string {
  return ward.site === '' ? ward.name : `${ward.name}, ${ward.site}`;
}
