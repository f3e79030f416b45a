import type { Actor, Audience } from '../actor.ts';
import type { SightFacts } from '../audience.ts';
import { canSee, sightFacts } from '../audience.ts';
import type { Spell } from '../spell/state.ts';
import type { TaskOwner } from '../tasks/task-types.ts';
import { TASK_OWNERS } from '../tasks/task-types.ts';
import { teamRole } from '../tasks/teams.ts';
import type { Action, ActionEnd, ActionSource, ActionState } from './action.ts';
import { actionState } from './action.ts';

/** Whether a reader of a stay sees one of its actions: housing sees its own only (handbook 16). */
export function canSeeAction(reader: Pick<Audience, 'role'>, { owner }: Pick<Action, 'owner'>) {
  return reader.role !== 'housing' || owner === 'lightbulb';
}

/**
 * An action as one reader may see it, and where it stands. Where it was agreed is absent for housing:
 * that there was a review, a round or an escalation would tell of the delay.
 */
export type ActionView = Omit<Action, 'source' | 'taskId' | 'ended'> & {
  state: ActionState;
  /** `words` is null where they are not for this reader. */
  ended: (Omit<ActionEnd, 'words'> & { words: string | null }) | null;
  agreed?: { source: ActionSource; taskId: string | null };
};

/** The actions of a stay that a reader may see, in the order in which they were asked for. */
export function actionViews(spell: Spell, reader: Audience): ActionView[] {
  return spell.actions
    .filter((action) => canSeeAction(reader, action))
    .map((action) => {
      const { source, taskId, ended, ...rest } = action;
      const isHousing = reader.role === 'housing';
      return {
        ...rest,
        state: actionState(action, spell),
        ended: ended === null || !isHousing ? ended : forHousing(ended),
        ...(!isHousing && { agreed: { source, taskId } }),
      };
    });
}

/** What is open of what came from the escalation of a task, or for null of the stay, as a reader may see it. */
export function actionsFrom(
  spell: Spell | undefined,
  taskId: string | null,
  reader: Audience,
): ActionView[] {
  if (spell === undefined) return [];
  const actions = spell.actions.filter(
    (action) => action.source === 'escalation' && action.taskId === taskId,
  );
  return actionViews({ ...spell, actions }, reader).filter(({ state }) => state === 'open');
}

/** Why the ward or the hub needs something no more is a clinical reason; that it is so is enough. */
function forHousing(ended: ActionEnd): NonNullable<ActionView['ended']> {
  return ended.outcome === 'done' || ended.byTeam ? ended : { ...ended, words: null };
}

/**
 * Whether anybody of a team sees the stay. An action gives no sight of a patient, as a task does: one
 * that its team cannot see would be nobody's.
 */
export function teamSees(owner: TaskOwner, facts: SightFacts): boolean {
  const { place, wardId } = facts;
  const council = place === 'unknown' || place === 'out_of_area' ? null : place;
  return canSee({ role: teamRole(owner), wardIds: [wardId], place: council }, facts);
}

export function teamsThatSee(spell: Spell): TaskOwner[] {
  const facts = sightFacts(spell);
  return TASK_OWNERS.filter((owner) => teamSees(owner, facts));
}

/** Whether a named person may have an action of a team: one of the team who sees the patient. */
export function mayHaveAction(person: Actor, owner: TaskOwner, facts: SightFacts): boolean {
  return person.role === teamRole(owner) && canSee(person, facts);
}
