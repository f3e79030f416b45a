import type { Audience } from './actor.ts';
import { followedBy } from './housing/follow-up.ts';
import type { Place } from './persons/place.ts';
import { shownPathway } from './spell/pathway.ts';
import type { Spell } from './spell/state.ts';

/** What decides who sees a stay. A change in any of these may move it into or out of a sight. */
export type SightFacts = {
  wardId: string;
  place: Place;
  hasSocialCareTask: boolean;
  hasHousingTask: boolean;
  isLightbulb: boolean;
  isAgreedBeyondP0: boolean;
  isOnBoard: boolean;
  /** After it has left the board: who still follows up the home. */
  isFollowedByHousing: boolean;
  isFollowedByCouncil: boolean;
};

export function sightFacts(spell: Spell): SightFacts {
  const owners = new Set(
    spell.tasks.filter((task) => task.state !== 'cancelled').map((task) => task.owner),
  );
  const followed = followedBy(spell);
  return {
    wardId: spell.wardId,
    place: spell.person.place,
    hasSocialCareTask: owners.has('social_care'),
    hasHousingTask: owners.has('lightbulb'),
    isLightbulb: shownPathway(spell.pathway) === 'lightbulb',
    isAgreedBeyondP0: spell.pathway.agreed !== 'none_set' && spell.pathway.national !== 'P0',
    isOnBoard: spell.leftBoardAt === null,
    isFollowedByHousing: followed.housing,
    isFollowedByCouncil: followed.council,
  };
}

/**
 * Whether an audience may see a stay (handbook 10). A ward sees its own; a broker the people of
 * their council who need social care, which is nobody while the council is unknown; housing those
 * with a housing task or the Lightbulb pathway; the hub everyone; an administrator nobody.
 */
export function canSee(audience: Audience, facts: SightFacts): boolean {
  switch (audience.role) {
    case 'hub':
    case 'timer':
    case 'feed':
      return true;
    case 'ward':
      return audience.wardIds.includes(facts.wardId);
    case 'broker':
      return (
        facts.place !== 'unknown' &&
        audience.place === facts.place &&
        (facts.hasSocialCareTask || facts.isAgreedBeyondP0)
      );
    case 'housing':
      return facts.hasHousingTask || facts.isLightbulb;
    case 'admin':
      return false;
    default:
      return audience.role satisfies never;
  }
}

/** Whether a stay belongs on this audience's board: in sight, and not gone for a day. */
export function isOnBoardOf(audience: Audience, facts: SightFacts): boolean {
  return facts.isOnBoard && canSee(audience, facts);
}

/** Whether a stay is live for anybody: on the board, or left with a home that is followed up. */
export function isLive({
  isOnBoard,
  isFollowedByHousing,
  isFollowedByCouncil,
}: SightFacts): boolean {
  return isOnBoard || isFollowedByHousing || isFollowedByCouncil;
}

/**
 * Whether an audience is sent a stay and its news: on their board, or followed up by them once it
 * has left (handbook 5). A ward has nothing more to do with it then.
 */
export function isLiveFor(audience: Audience, facts: SightFacts): boolean {
  return canSee(audience, facts) && (facts.isOnBoard || isFollowedBy(audience, facts));
}

function isFollowedBy({ role }: Audience, facts: SightFacts): boolean {
  switch (role) {
    case 'housing':
      return facts.isFollowedByHousing;
    case 'broker':
      return facts.isFollowedByCouncil;
    case 'hub':
    case 'timer':
    case 'feed':
      return isLive(facts);
    case 'ward':
    case 'admin':
      return false;
    default:
      return role satisfies never;
  }
}

/** One name for all sessions that see the same: role and sorted scopes. It holds no patient data. */
export function audienceKey(audience: Audience): string {
  const scopes = [...audience.wardIds].sort();
  if (audience.place !== null) scopes.push(audience.place);
  // Security: encoded, so that no name of a ward reads as two.
  return scopes.length === 0
    ? audience.role
    : `${audience.role}:${scopes.map(encodeURIComponent).join(',')}`;
}
