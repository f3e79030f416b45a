import type { ActorRole } from '../actor.ts';

/** What people choose on the board (handbook 3). */
export const PATHWAYS = [
  'none_set',
  'no_onward_care',
  'intermediate_care_home',
  'intermediate_care_bed',
  'reablement',
  'lightbulb',
  'long_term_care',
  'end_of_life',
] as const;
export type Pathway = (typeof PATHWAYS)[number];

export const PATHWAY_NAMES: Record<Pathway, string> = {
  none_set: 'Not yet decided',
  no_onward_care: 'No onward care',
  intermediate_care_home: 'Intermediate care at home',
  intermediate_care_bed: 'Intermediate care bed',
  reablement: 'Reablement at home',
  lightbulb: 'Lightbulb home adaptation',
  long_term_care: 'Long-term care placement',
  end_of_life: 'End of life / Fast Track',
};

/** The national pathways that returns need. */
export const NATIONAL_PATHWAYS = ['P0', 'P1', 'P2', 'P3'] as const;
export type NationalPathway = (typeof NATIONAL_PATHWAYS)[number];

/** The national pathways each of ours may be returned as; the first is the usual one. */
export const NATIONAL_CHOICES: Record<Pathway, readonly NationalPathway[]> = {
  none_set: [],
  no_onward_care: ['P0'],
  intermediate_care_home: ['P1'],
  intermediate_care_bed: ['P2'],
  reablement: ['P1'],
  lightbulb: ['P1', 'P0', 'P3'],
  long_term_care: ['P3'],
  end_of_life: ['P1', 'P3'],
};

/** Columns of the board, each holding one pathway or two. */
export const PATHWAY_COLUMNS = [
  { id: 'none_set', name: 'Not yet decided', pathways: ['none_set'] },
  { id: 'no_onward_care', name: 'No onward care', pathways: ['no_onward_care'] },
  {
    id: 'intermediate_care',
    name: 'Intermediate care',
    pathways: ['intermediate_care_home', 'intermediate_care_bed'],
  },
  { id: 'reablement', name: 'Reablement', pathways: ['reablement'] },
  { id: 'lightbulb', name: 'Lightbulb home adaptation', pathways: ['lightbulb'] },
  {
    id: 'long_term_and_end_of_life',
    name: 'Long-term and end of life',
    pathways: ['long_term_care', 'end_of_life'],
  },
] as const satisfies readonly { id: string; name: string; pathways: readonly Pathway[] }[];

/** The recommended and the agreed pathway, kept apart, and what is returned nationally. */
export type PathwayChoice = {
  recommended: Pathway;
  agreed: Pathway;
  national: NationalPathway | null;
};

/** The pathway the board shows: the agreed one, or while there is none the recommended one. */
export function shownPathway(choice: Pick<PathwayChoice, 'recommended' | 'agreed'>): Pathway {
  return choice.agreed === 'none_set' ? choice.recommended : choice.agreed;
}

/** How a pathway is put: as the ward's recommendation, as the agreed one, or as both at once. */
export type PathwayStanding = 'recommended' | 'agreed' | 'both';

/**
 * Whether setting a pathway recommends it or agrees it. The hub agrees; a ward recommends,
 * except that it both recommends and agrees "no onward care" by itself (handbook 10).
 */
export function pathwayStanding(
  role: ActorRole,
  pathway: Pathway,
  asked: 'recommended' | 'agreed' | undefined,
): PathwayStanding {
  if (role === 'hub') return asked ?? 'agreed';
  if (pathway === 'no_onward_care' && asked !== 'recommended') return 'both';
  return asked ?? 'recommended';
}

/**
 * What the two pathways become. A recommendation leaves what the hub agreed standing beside it,
 * but withdraws an agreed "no onward care", which is a ward's own. Agreeing a pathway that nobody
 * recommended recommends it too; agreeing "not yet decided" clears both. The national pathway is
 * that of the one shown: it is chosen with it, and starts at its usual one when another is shown.
 */
export function nextPathwayChoice(
  before: PathwayChoice,
  pathway: Pathway,
  standing: PathwayStanding,
  national?: NationalPathway,
): PathwayChoice {
  const keepsRecommended =
    standing === 'agreed' && pathway !== 'none_set' && before.recommended !== 'none_set';
  const recommended = keepsRecommended ? before.recommended : pathway;
  const isWithdrawn = before.agreed === 'no_onward_care' && pathway !== 'no_onward_care';
  const standingAgreed = isWithdrawn ? 'none_set' : before.agreed;
  const agreed = standing === 'recommended' ? standingAgreed : pathway;
  const shown = shownPathway({ recommended, agreed });
  const chosen = shown === pathway ? national : undefined;
  const kept = shown === shownPathway(before) ? before.national : null;
  return { recommended, agreed, national: chosen ?? kept ?? NATIONAL_CHOICES[shown][0] ?? null };
}

/**
 * How the national pathway changes, in words, where one gives way to another or to none: that is
 * confirmed before it is done (handbook 11, hazard 5). Null for a first one, and for no change.
 */
export function nationalChange(
  before: Pick<PathwayChoice, 'national'>,
  after: Pick<PathwayChoice, 'national'>,
): string | null {
  if (before.national === null || before.national === after.national) return null;
  if (after.national === null) return `the national pathway ${before.national} is taken off`;
  return `the national pathway changes from ${before.national} to ${after.national}`;
}
