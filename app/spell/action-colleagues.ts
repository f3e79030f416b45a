import type { ActionView } from '../../domain/actions/action-sight.ts';
import type { TaskOwner } from '../../domain/tasks/task-types.ts';
import { teamRole } from '../../domain/tasks/teams.ts';
import type { SelectOption } from '../components/select-field.tsx';
import type { Plan } from './plan-context.ts';

type Who = Pick<Plan, 'me' | 'view'>;

/** Who can be named for an action of one's own team: oneself, and whom one hands work on to. */
export function ownTeam({ me, view }: Who): SelectOption[] {
  return [
    { value: '', label: 'Nobody by name: the team' },
    { value: me.id, label: `${me.name} (you)` },
    ...view.colleagues.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

/** Who can have an action now: of another team nobody else by name. */
export function actionColleagues(
  { me, view }: Who,
  { owner, person }: Pick<ActionView, 'owner' | 'person'>,
): SelectOption[] {
  const isOwn = isOwnTeam(me, owner);
  const options = ownTeam({ me, view }).filter(({ value }) => isOwn || value === '');
  const isListed = person === null || options.some(({ value }) => value === person.id);
  return isListed ? options : [...options, { value: person.id, label: person.name }];
}

export function isOwnTeam({ role }: Pick<Plan['me'], 'role'>, owner: TaskOwner): boolean {
  return teamRole(owner) === role;
}
