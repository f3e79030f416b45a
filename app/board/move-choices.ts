import type { Me } from '../../domain/protocol.ts';
import { isAllowed } from '../../domain/permissions.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { NationalPathway, Pathway, PathwayStanding } from '../../domain/spell/pathway.ts';
import {
  PATHWAYS,
  PATHWAY_NAMES,
  nationalChange,
  nextPathwayChoice,
  pathwayStanding,
} from '../../domain/spell/pathway.ts';

/** The pathways this person may set; none for those who set no pathway at all. */
export function settablePathways(me: Me): Pathway[] {
  return PATHWAYS.filter((pathway) =>
    isAllowed(me, 'SetPathway', {
      wardId: null,
      taskOwner: null,
      pathway: { pathway, as: undefined },
    }),
  );
}

/** Somebody who has left goes nowhere any more. */
export function canMove(card: Card, settable: readonly Pathway[]): boolean {
  return settable.length > 0 && card.pathway !== undefined && card.dischargedOn === null;
}

const STANDING_WORDS: Record<PathwayStanding, string> = {
  recommended: 'The ward recommends a pathway; the hub then agrees one.',
  agreed: 'The hub agrees the pathway. What the ward recommended stays on record beside it.',
  both: 'The ward decides this one by itself: it is recommended and agreed at once.',
};

const VERBS: Record<PathwayStanding, string> = {
  recommended: 'Recommend',
  agreed: 'Agree',
  both: 'Agree',
};

export type MoveOutcome = {
  button: string;
  standing: string;
  national: string;
  /** What is to be confirmed: that one national pathway gives way to another. */
  change: string | null;
};

/** What choosing a pathway would mean, in words: what is done, who decides, what is returned nationally. */
export function moveOutcome(
  card: Card,
  pathway: Pathway,
  me: Me,
  national?: NationalPathway,
): MoveOutcome {
  const standing = pathwayStanding(me.role, pathway, undefined);
  const before = {
    recommended: card.pathwayRecommended ?? 'none_set',
    agreed: card.pathwayAgreed ?? 'none_set',
    national: card.nationalPathway ?? null,
  };
  const after = nextPathwayChoice(before, pathway, standing, national);
  const verb = pathway === 'none_set' ? 'Set back to' : VERBS[standing];
  return {
    button: `${verb} ${PATHWAY_NAMES[pathway]}`,
    standing: STANDING_WORDS[standing],
    national: nationalWords(before.national, after.national),
    change: nationalChange(before, after),
  };
}

/** Where the national pathway changes, that is what has to be confirmed instead. */
function nationalWords(before: NationalPathway | null, after: NationalPathway | null): string {
  if (after === null) return '';
  if (before === after) return `The national pathway stays ${after}.`;
  return before === null ? `The national pathway will be ${after}.` : '';
}
