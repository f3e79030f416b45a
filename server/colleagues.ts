import type { AccountStore } from '../db/account-store.ts';
import type { Actor, ActorRef } from '../domain/actor.ts';
import { isAllowed } from '../domain/permissions.ts';
import { TASK_OWNERS } from '../domain/tasks/task-types.ts';
import { isColleague } from '../domain/tasks/teams.ts';
import { actorOf } from './accounts/sessions.ts';

export type FindColleagues = (actor: Actor, wardId: string) => Promise<ActorRef[]>;

/**
 * Whom somebody may hand their team's tasks on to, by name; nobody for those who may not assign.
 * Security: names and ids of their own team only, so that the list tells of no other account.
 */
export function createFindColleagues(accounts: Pick<AccountStore, 'ofRole'>): FindColleagues {
  return async (actor, wardId) => {
    const { role } = actor;
    if (role === 'admin' || role === 'timer' || role === 'feed') return [];
    const mayAssign = TASK_OWNERS.some((taskOwner) =>
      isAllowed(actor, 'AssignTask', { wardId, taskOwner, pathway: null }),
    );
    if (!mayAssign) return [];
    const ofRole = await accounts.ofRole(role);
    return ofRole
      .filter((account) => isColleague(actor, actorOf(account), wardId))
      .map(({ id, name }) => ({ id, name }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  };
}
