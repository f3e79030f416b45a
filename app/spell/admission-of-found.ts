import type { CalendarDay } from '../../domain/time.ts';
import { daysBetween, formatDay } from '../../domain/time.ts';
import type { FoundPerson } from '../../server/services.ts';
import type { FormValues } from './form-values.ts';

/** For so long a stay that ended may be the one that this one follows on from (_assumed_). */
export const FOLLOWS_ON_DAYS = 14;

/** The fields that carry who was chosen, and the stay that the new one may follow on from. */
export const KNOWN_STAY = 'knownSpellId';
export const FOLLOWS_ON = 'followsOn';
export const FOLLOWS_ON_WORDS = 'followsOnWords';

/** The form of an admission for somebody who was found: who they are; the hub keeps the rest. */
export function valuesOfFound(person: FoundPerson, today: CalendarDay): FormValues {
  const { wardName, site, dischargedOn } = person.lastStay;
  const isRecent = dischargedOn !== null && daysBetween(dischargedOn, today) <= FOLLOWS_ON_DAYS;
  const words = isRecent
    ? `${wardName}, ${site}, which they left on ${formatDay(dischargedOn)}`
    : '';
  return {
    [KNOWN_STAY]: [person.spellId],
    [FOLLOWS_ON_WORDS]: [words],
    familyName: [person.familyName],
    givenName: [person.givenName],
    dateOfBirth: [person.dateOfBirth],
    nhsNumber: [person.nhsNumber ?? ''],
  };
}
