import type { Actor, ActorRole, Role } from '../actor.ts';
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

export function teamsOf(role: ActorRole): readonly TaskOwner[] {
  return TEAM_OWNERS[role];
}

export function teamOwns(role: ActorRole, owner: TaskOwner): boolean {
  return TEAM_OWNERS[role].includes(owner);
}

/** The role of the people whose own work a task is; the hub may act for them, and is not meant. */
const TEAM_ROLES: Record<TaskOwner, Role> = {
  ward: 'ward',
  community: 'ward',
  social_care: 'broker',
  lightbulb: 'housing',
  hub: 'hub',
};

export function teamRole(owner: TaskOwner): Role {
  return TEAM_ROLES[owner];
}

/**
 * Whether somebody may hand work about a patient of a ward on to another person: one of their own
 * team, which is their council's, or everyone who covers that ward as they do (handbook 10).
 */
export function isColleague(actor: Actor, other: Actor, wardId: string): boolean {
  if (other.id === actor.id || other.role !== actor.role) return false;
  if (actor.role !== 'ward') return other.place === actor.place;
  return actor.wardIds.includes(wardId) && other.wardIds.includes(wardId);
}
