import type { ActorRole } from '../actor.ts';
import type { TaskOwner } from './task-types.ts';

/**
 * Whose tasks the team of each role does. Wards act for therapy and community health until these
 * have accounts of their own; the hub may act for anybody (handbook 10).
 */
const TEAM_OWNERS: Record<ActorRole, readonly TaskOwner[]> = {
  ward: ['ward', 'community'],
  broker: ['social_care'],
  housing: ['lightbulb'],
  hub: ['ward', 'social_care', 'lightbulb', 'hub', 'community'],
  admin: [],
  timer: [],
  feed: [],
};

export function teamOwns(role: ActorRole, owner: TaskOwner): boolean {
  return TEAM_OWNERS[role].includes(owner);
}
