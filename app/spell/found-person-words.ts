import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import { displayName } from '../../domain/persons/display-name.ts';
import { formatBirthDate, formatDay } from '../../domain/time.ts';
import type { FoundPerson } from '../../server/services.ts';

export function whoInWords({
  familyName,
  givenName,
  dateOfBirth,
  nhsNumber,
}: Pick<FoundPerson, 'familyName' | 'givenName' | 'dateOfBirth' | 'nhsNumber'>): string {
  const number = nhsNumber === null ? 'none recorded' : formatNhsNumber(nhsNumber);
  const name = displayName({ familyName, givenName });
  return `${name}, born ${formatBirthDate(dateOfBirth)}, NHS number ${number}`;
}

/** Where somebody is now, or was last. */
export function lastStayInWords({ lastStay }: Pick<FoundPerson, 'lastStay'>): string {
  const { wardName, site, admittedOn, dischargedOn } = lastStay;
  return dischargedOn === null
    ? `In hospital now: ${wardName}, ${site}, since ${formatDay(admittedOn)}`
    : `Last stay: ${wardName}, ${site}, ${formatDay(admittedOn)} to ${formatDay(dischargedOn)}`;
}
