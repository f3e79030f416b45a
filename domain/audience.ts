import type { Audience } from './actor.ts';
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
};

export function sightFacts(spell: Spell): SightFacts {
  const owners = new Set(
    spell.tasks.filter((task) => task.state !== 'cancelled').map((task) => task.owner),
  );
  return {
    wardId: spell.wardId,
    place: spell.person.place,
    hasSocialCareTask: owners.has('social_care'),
    hasHousingTask: owners.has('lightbulb'),
    isLightbulb: shownPathway(spell.pathway) === 'lightbulb',
    isAgreedBeyondP0: spell.pathway.agreed !== 'none_set' && spell.pathway.national !== 'P0',
    isOnBoard: spell.leftBoardAt === null,
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

/** One name for all sessions that see the same: role and sorted scopes. It holds no patient data. */
export function audienceKey(audience: Audience): string {
  const scopes = [...audience.wardIds].sort();
  if (audience.place !== null) scopes.push(audience.place);
  // Security: encoded, so that no name of a ward reads as two.
  return scopes.length === 0
    ? audience.role
    : `${audience.role}:${scopes.map(encodeURIComponent).join(',')}`;
}
