import type { KnownPerson, ReadAudit, Store } from '../db/store.ts';
import type { Actor } from '../domain/actor.ts';
import { isNhsNumber } from '../domain/persons/nhs-number.ts';
import { refuse } from '../domain/result.ts';
import type { Refusal } from '../domain/result.ts';
import type { Wards } from '../domain/spell/state.ts';
import { isCalendarDay } from '../domain/time.ts';
import { LOOK_HOURS, NO_NUMBER } from './find-by-nhs-number.ts';
import { readBy } from './read-by.ts';
import type { Clock, FoundPerson, PersonSearch, Services } from './services.ts';

const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Only wards and the hub search for people.');
const NO_NAME = 'Enter the family name';
const NO_BIRTH_DATE = 'Enter a real date of birth';

type Deps = { store: Store; wards: Wards; clock: Clock };

/**
 * Looks, on record, for whom the hub knows already, so that nobody is there twice (decision 12). A
 * whole NHS number finds anybody, as an admission under it would; a name and a birth date, which
 * others may know, find a ward only people who are or were in its own hospital. What is found may
 * be chosen, not read.
 */
export function createFindPeople({ store, wards, clock }: Deps): Services['findPeople'] {
  const siteOf = (wardId: string) => wards.get(wardId)?.siteId;
  const isOfHospital = ({ wardIds }: Actor, { stays }: KnownPerson) => {
    const sites = wardIds.map(siteOf);
    return stays.some((stay) => sites.includes(siteOf(stay.wardId)));
  };
  return async (actor, search) => {
    if (actor.role !== 'ward' && actor.role !== 'hub') return NOT_FOR_YOU;
    const wrong = refuseSearch(search);
    if (wrong !== null) return wrong;
    const found = await store.findPeople(search);
    const people = found
      .filter(
        (known) => actor.role === 'hub' || 'nhsNumber' in search || isOfHospital(actor, known),
      )
      .flatMap((known) => foundPerson(known, wards));
    const read = { ...readBy(actor, clock), kind: 'person_found' } as const;
    // Before the answer: a search that cannot be noted does not happen.
    for (const spellId of people.length === 0 ? [null] : people.map((person) => person.spellId)) {
      await store.recordRead({ ...read, spellId });
    }
    return { ok: true, people };
  };
}

const CHOSEN_BY: readonly ReadAudit['kind'][] = ['person_found', 'found_by_nhs_number'];

/** Whether somebody found a stay a while ago, and so may say that a new one is of the same person. */
export async function hasFoundPerson(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  spellId: string,
): Promise<boolean> {
  const since = new Date(Date.parse(clock.now()) - LOOK_HOURS * 3_600_000).toISOString();
  return store.hasFound(actor.id, spellId, since, CHOSEN_BY);
}

function refuseSearch(search: PersonSearch): Refusal | null {
  if ('nhsNumber' in search) {
    return isNhsNumber(search.nhsNumber)
      ? null
      : refuse('INVALID', NO_NUMBER, { fields: { nhsNumber: NO_NUMBER } });
  }
  const fields = {
    ...(search.familyName.trim() === '' ? { familyName: NO_NAME } : {}),
    ...(isCalendarDay(search.dateOfBirth) ? {} : { dateOfBirth: NO_BIRTH_DATE }),
  };
  const [message] = Object.values(fields);
  return message === undefined ? null : refuse('INVALID', message, { fields });
}

/** Somebody found, by their open stay or else their last. */
function foundPerson({ person, stays }: KnownPerson, wards: Wards): FoundPerson[] {
  const stay = stays.find(({ dischargedAt }) => dischargedAt === null) ?? stays[0];
  if (stay === undefined) return [];
  const { spellId, admittedOn, dischargedOn } = stay;
  const ward = wards.get(stay.wardId);
  return [
    {
      spellId,
      familyName: person.familyName,
      givenName: person.givenName,
      dateOfBirth: person.dateOfBirth,
      nhsNumber: person.nhsNumber,
      lastStay: {
        wardName: ward?.name ?? stay.wardId,
        site: ward?.site ?? '',
        admittedOn,
        dischargedOn,
      },
    },
  ];
}
