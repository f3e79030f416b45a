import type { Actor } from '../../domain/actor.ts';
import { PLACE_NAMES } from '../../domain/persons/place.ts';
import type { Ward } from '../../domain/spell/state.ts';
import type { SignedIn } from '../services.ts';

const MOST_WARDS_NAMED = 3;

/** What pages are told about the person who signed in. */
export function signedInAs(actor: Actor, wards: readonly Ward[]): SignedIn {
  const { id, name, role, organisation, wardIds, place, isTeamLead } = actor;
  const scopeLabel = labelScope(actor, wards);
  return {
    actor,
    user: { id, name, role, organisation, wardIds, place, isTeamLead, scopeLabel },
  };
}

function labelScope({ role, wardIds, place }: Actor, wards: readonly Ward[]): string {
  if (role === 'broker') return place === null ? '' : PLACE_NAMES[place];
  if (role !== 'ward') return '';
  if (wardIds.length > MOST_WARDS_NAMED) return `${wardIds.length} wards`;
  const names = wardIds.map((id) => wards.find((ward) => ward.id === id)?.name ?? id);
  return names.join(', ');
}
