import type { PersonDetails } from '../../domain/persons/person.ts';
import type { Place } from '../../domain/persons/place.ts';
import type { DayNumber } from './calendar.ts';
import { dayText } from './calendar.ts';
import type { Community, NamedSex } from './names.ts';
import { ageGroupOf, communityFor, ethnicCategoryOf, nameFrom } from './names.ts';
import { createNhsNumbers } from './nhs-numbers.ts';
import { homeIn, isInArea } from './places.ts';
import type { Random } from './random.ts';
import type { SpecialtyProfile } from './specialties.ts';
import { SHARES } from './statistics.ts';

/** An invented person and what plans need to know of them again. */
export type SeedPerson = { id: string; details: PersonDetails; age: number };

export type PersonWish = {
  profile: SpecialtyProfile;
  place: Place;
  admittedAt: number;
  admittedDay: DayNumber;
  /** Somebody who needs support to leave: older, and mostly known to social care. */
  isComplex: boolean;
  /** The home matters to leaving it: whoever goes there needs a contact. */
  needsAccess: boolean;
  random: Random;
};

const DAYS_A_YEAR = 365.25;

const HEARING_AND_SIGHT = [
  'Hearing aids: face the person when speaking',
  'Large print letters',
  'Severe sight loss: read documents aloud',
  'Letters by e-mail, for a screen reader',
  'Hard of hearing: text, do not telephone',
] as const;
const UNDERSTANDING = [
  'Easy read documents',
  'Learning disability: has a hospital passport',
  'Dementia: speak with family present',
  'Aphasia: yes and no questions, picture board',
  'Autistic: quiet room, tell them about changes beforehand',
  'Needs more time to answer',
] as const;

const RISKS = [
  'Visit in pairs',
  'Dog at the property: ask for it to be shut away first',
  'A visitor to the home has been aggressive: telephone before going',
  'Heavy smoker at home with oxygen: no naked flames',
  'Clutter in the hallway: risk of tripping',
] as const;

const CONTACTS = ['Daughter', 'Son', 'Neighbour', 'Niece', 'Wife', 'Husband', 'Friend', 'Housing officer'] as const; // prettier-ignore

/** Makes people who never share an NHS number or a hospital number. */
export function createPeople(random: Random): (wish: PersonWish) => SeedPerson {
  const nextNhsNumber = createNhsNumbers(random.fork('nhs-numbers'));
  let hospitalNumber = random.fork('hospital-numbers').int(1_000_000, 2_000_000);
  let caseNumber = random.fork('case-numbers').int(200_000, 300_000);

  return (wish) => {
    const draw = wish.random.fork('person');
    const age = ageFor(wish, draw);
    const sex: NamedSex = draw.chance(wish.profile.femaleShare) ? 'female' : 'male';
    const olderBy = draw.int(0, age === 0 ? 300 : 364);
    const birthDay = Math.floor(wish.admittedDay - age * DAYS_A_YEAR - olderBy);
    const dateOfBirth = dayText(birthDay);
    const community = communityFor(wish.place, age, draw);
    hospitalNumber += draw.int(3, 40);
    caseNumber += draw.int(1, 9);
    const isKnown = isInArea(wish.place) && draw.chance(knownToSocialCare(wish, age));
    const nhsNumber = draw.chance(SHARES.withoutNhsNumber) ? null : nextNhsNumber();
    const details: PersonDetails = {
      ...nameFrom(community, sex, Number(dateOfBirth.slice(0, 4)), draw),
      dateOfBirth,
      sex,
      ethnicCategory: ethnicCategoryOf(community, draw),
      nhsNumber,
      hospitalNumber: `S${hospitalNumber}`,
      socialCareId: isKnown ? `${CASE_PREFIXES[wish.place]}-${caseNumber}` : null,
      ...homeIn(wish.place, draw),
      ...communicationOf(community, age, draw),
      riskToStaff: draw.chance(wish.needsAccess ? 0.08 : 0.012) ? draw.pick(RISKS) : null,
      accessContact: accessContactOf(wish, age, draw),
    };
    return { id: draw.uuid(wish.admittedAt), details, age };
  };
}

const CASE_PREFIXES: Readonly<Record<Place, string>> = {
  leicester: 'LC',
  leicestershire: 'LCC',
  rutland: 'RCC',
  out_of_area: 'OOA',
  unknown: 'UNK',
};

function ageFor({ profile, isComplex }: PersonWish, random: Random): number {
  const { mean, deviation, min, max } = profile.age;
  const centre = isComplex && mean > 40 ? Math.max(mean, 78) : mean;
  const width = isComplex && mean > 40 ? Math.min(deviation, 11) : deviation;
  const drawn = Math.round(random.normal(centre, width));
  // Reflected at the ends, so that nobody piles up on the youngest or the oldest age.
  const reflected = drawn < min ? 2 * min - drawn : drawn > max ? 2 * max - drawn : drawn;
  return Math.min(max, Math.max(min, reflected));
}

function knownToSocialCare(wish: PersonWish, age: number): number {
  if (wish.isComplex) return 0.85;
  return age >= 75 ? 0.25 : age >= 18 ? 0.06 : 0.03;
}

function communicationOf(community: Community, age: number, random: Random) {
  const group = ageGroupOf(age);
  const signs = random.chance(0.003);
  const speaks = community.language !== null && random.chance(community.speaks[group]);
  const asks = random.chance(community.interpreter[group]);
  const language = signs ? 'British Sign Language' : speaks ? community.language : 'English';
  const needsInterpreter = signs || (speaks && asks);
  const communicationNeeds: string[] = [];
  if (random.chance(age >= 75 ? 0.18 : 0.04))
    communicationNeeds.push(random.pick(HEARING_AND_SIGHT));
  if (random.chance(age >= 75 ? 0.12 : 0.03)) communicationNeeds.push(random.pick(UNDERSTANDING));
  const isLanguageKnown = signs || speaks || random.chance(0.97);
  return { language: isLanguageKnown ? language : null, needsInterpreter, communicationNeeds };
}

/** Telephone numbers are from the range that Ofcom keeps for fiction. */
function accessContactOf(wish: PersonWish, age: number, random: Random): string | null {
  const share = wish.needsAccess ? 0.9 : wish.isComplex ? 0.4 : age >= 75 ? 0.1 : 0.02;
  if (!random.chance(share)) return null;
  const number = String(random.int(0, 999)).padStart(3, '0');
  const phone = random.chance(0.5) ? `0116 496 0${number}` : `07700 900${number}`;
  return `${random.pick(CONTACTS)}, ${phone}`;
}
