import type { Person, PersonDetails } from './person.ts';
import {
  MAX_COMMUNICATION_NEEDS,
  MAX_RISK_LENGTH,
  PERSON_FIELDS,
  isKnownFact,
  isSameFact,
} from './person.ts';

/**
 * What two records of one person may disagree about, where one of the two stands. Facts that say
 * something only together, such as a home and its council, are taken from one record.
 */
export const MERGE_CHOICES = {
  name: ['familyName', 'givenName'],
  dateOfBirth: ['dateOfBirth'],
  sex: ['sex'],
  ethnicCategory: ['ethnicCategory'],
  hospitalNumber: ['hospitalNumber'],
  socialCareId: ['socialCareId'],
  home: ['address', 'place', 'district', 'imdQuintile'],
  language: ['language'],
  accessContact: ['accessContact'],
} as const satisfies Record<string, readonly (keyof PersonDetails)[]>;

export type MergeChoice = keyof typeof MERGE_CHOICES;
export type MergeSide = 'remaining' | 'merged';
export type Standing = Partial<Record<MergeChoice, MergeSide | undefined>>;

const CHOICES = Object.keys(MERGE_CHOICES) as MergeChoice[]; // its own keys

/** Never chosen between: both records' stand, as neither a need nor a risk may be lost (hazards 11, 15). */
const UNITED = ['needsInterpreter', 'communicationNeeds', 'riskToStaff'] as const;

/** What both records know and say differently: somebody has to say which stands. */
export function choicesBetween(remaining: PersonDetails, merged: PersonDetails): MergeChoice[] {
  return CHOICES.filter(
    (choice) =>
      knows(remaining, choice) &&
      knows(merged, choice) &&
      MERGE_CHOICES[choice].some((field) => !isSameFact(remaining[field], merged[field])),
  );
}

/**
 * One person from two records (handbook 8). What only one of them knows stands; of what both know
 * `standing` says whose stands, else that of the record which remains. Needs and risks are those of
 * both. An address says more of a home than a council alone.
 */
export function mergedPerson(remaining: Person, merged: Person, standing: Standing): Person {
  const taken = CHOICES.filter(
    (choice) => sideOf(choice, remaining, merged, standing) === 'merged',
  );
  const fields = taken.flatMap((choice) => MERGE_CHOICES[choice]);
  return {
    ...remaining,
    ...Object.fromEntries(fields.map((field) => [field, merged[field]])),
    nhsNumber: remaining.nhsNumber ?? merged.nhsNumber,
    needsInterpreter: remaining.needsInterpreter || merged.needsInterpreter,
    communicationNeeds: together(remaining.communicationNeeds, merged.communicationNeeds),
    riskToStaff: riskOf(remaining, merged),
  };
}

/** Whose facts stand, where the records differ. */
function sideOf(
  choice: MergeChoice,
  remaining: Person,
  merged: Person,
  standing: Standing,
): MergeSide {
  if (!knows(merged, choice)) return 'remaining';
  if (!knows(remaining, choice)) return 'merged';
  return standing[choice] ?? defaultSide(choice, remaining, merged);
}

/** Whose stands unless somebody says otherwise. */
export function defaultSide(
  choice: MergeChoice,
  remaining: PersonDetails,
  merged: PersonDetails,
): MergeSide {
  const isOnlyAddress = choice === 'home' && remaining.address === null && merged.address !== null;
  return isOnlyAddress ? 'merged' : 'remaining';
}

/** Why two records cannot become one as they are, in a sentence; null when they can. */
export function whyNotMerged(remaining: PersonDetails, merged: PersonDetails): string | null {
  if (
    remaining.nhsNumber !== null &&
    merged.nhsNumber !== null &&
    remaining.nhsNumber !== merged.nhsNumber
  ) {
    return 'These records have two different NHS numbers, so they are two people. If one of the numbers is wrong, correct it first.';
  }
  const needs = together(remaining.communicationNeeds, merged.communicationNeeds);
  if (needs.length > MAX_COMMUNICATION_NEEDS) {
    return `Together these records have more than ${MAX_COMMUNICATION_NEEDS} communication needs. Shorten one of the lists first, so that none is lost.`;
  }
  if ((riskOf(remaining, merged)?.length ?? 0) > MAX_RISK_LENGTH) {
    return 'Together what these records say of the risk to staff is too long. Shorten one of them first, so that none is lost.';
  }
  return null;
}

/**
 * The remaining record when a merge is undone: what it was before, except for what was corrected
 * meanwhile, which stays with it.
 */
export function unmergedPerson(
  now: Person,
  { remaining, after }: { remaining: Person; after: Person },
): Person {
  const isUntouched = (fields: readonly (keyof PersonDetails)[]) =>
    fields.every((field) => isSameFact(now[field], after[field]));
  const grouped = CHOICES.map((choice): readonly (keyof PersonDetails)[] => MERGE_CHOICES[choice]);
  const single = PERSON_FIELDS.filter((field) => !grouped.flat().includes(field));
  const restored = [...grouped, ...single.map((field) => [field])].filter(isUntouched).flat();
  return {
    ...now,
    id: remaining.id,
    ...Object.fromEntries(restored.map((field) => [field, remaining[field]])),
  };
}

/** The facts that both records say, and that are kept whole. */
export function unitedFacts(remaining: PersonDetails, merged: PersonDetails) {
  return UNITED.filter((field) => isKnownFact(remaining[field]) || isKnownFact(merged[field]));
}

function knows(person: PersonDetails, choice: MergeChoice): boolean {
  const fields: readonly (keyof PersonDetails)[] = MERGE_CHOICES[choice];
  return fields.some((field) => isKnownFact(person[field]));
}

function together(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(first.map((text) => text.toLowerCase()));
  return [...first, ...second.filter((text) => !known.has(text.toLowerCase()))];
}

function riskOf(remaining: PersonDetails, merged: PersonDetails): string | null {
  const risks = [remaining.riskToStaff, merged.riskToStaff].filter((risk) => risk !== null);
  return risks.length === 0 ? null : together([], [...new Set(risks)]).join('\n');
}
