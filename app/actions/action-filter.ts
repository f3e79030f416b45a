import type { ActionFilter, WhoseActions } from '../../domain/actions/action-list.ts';
import { WHOSE_ACTIONS } from '../../domain/actions/action-list.ts';
import type { ActorRole } from '../../domain/actor.ts';
import { TASK_OWNERS } from '../../domain/tasks/task-types.ts';

export const WHOSE_NAMES: Record<WhoseActions, string> = {
  mine: 'Mine',
  team: 'My team’s',
  asked: 'I asked for',
  all: 'All that I see',
};

/** What the address asks for; the hub, which follows up everybody’s, begins with all. */
export function actionFilterOf(params: URLSearchParams, role: ActorRole): ActionFilter {
  const first = role === 'hub' ? 'all' : 'team';
  return {
    whose: WHOSE_ACTIONS.find((whose) => whose === params.get('whose')) ?? first,
    owner: TASK_OWNERS.find((owner) => owner === params.get('team')) ?? null,
    isOverdue: params.get('overdue') === 'yes',
  };
}

/** The address of the list as it is asked for. */
export function actionsPath({ whose, owner, isOverdue }: ActionFilter): string {
  const params = new URLSearchParams({ whose });
  if (owner !== null) params.set('team', owner);
  if (isOverdue) params.set('overdue', 'yes');
  return `/actions?${params.toString()}`;
}
