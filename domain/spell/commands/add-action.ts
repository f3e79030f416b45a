import * as z from 'zod/mini';
import { ACTION_SOURCES } from '../../actions/action.ts';
import { teamSees } from '../../actions/action-sight.ts';
import { sightFacts } from '../../audience.ts';
import type { Refusal } from '../../result.ts';
import { ruleBroken } from '../../result.ts';
import type { TaskOwner } from '../../tasks/task-types.ts';
import { TASK_OWNERS, TASK_OWNER_NAMES } from '../../tasks/task-types.ts';
import { canSeeTask } from '../card-task.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NO_SUCH_TASK, findTask, happened, refuseIfDischarged } from '../decision.ts';
import type { Spell } from '../state.ts';
import { assigneeId, personOf, refuseDay } from './action-parts.ts';
import { day, lines, spellCommand, uuid } from './shape.ts';

/**
 * The command's id becomes the action's id. `fromTaskId`: the escalated task that it comes from; left
 * out where it comes from the escalation of the stay itself, and from anything else.
 */
export const addAction = z.strictObject({
  ...spellCommand('AddAction'),
  what: lines.check(z.minLength(1, 'Write what is to be done')),
  owner: z.enum(TASK_OWNERS, 'Choose a team'),
  assigneeId,
  dueOn: day,
  source: z._default(z.enum(ACTION_SOURCES, 'Choose where it was agreed'), 'plan'),
  fromTaskId: z.optional(uuid),
});

/**
 * Asks for something that was agreed about a patient, of a team or of one of its people, by a day that
 * has not passed (handbook 16). Not of a team that does not see the patient, and not once they left.
 */
export function decideAddAction(
  spell: Spell,
  command: z.infer<typeof addAction>,
  context: DecideContext,
): Decision {
  const { id: actionId, what, owner, dueOn, source, fromTaskId = null } = command;
  const refused =
    refuseIfDischarged(spell) ??
    refuseIfNotEscalated(spell, command, context) ??
    refuseDay(dueOn, context) ??
    refuseIfUnseen(spell, owner);
  if (refused !== null) return refused;
  const person = personOf(spell, owner, command, context);
  if (!person.ok) return person;
  const data = { actionId, owner, person: person.ref, dueOn, source, fromTaskId };
  return happened(context, spell.id, { type: 'ActionAdded', data, details: { what } });
}

function refuseIfUnseen(spell: Spell, owner: TaskOwner): Refusal | null {
  if (teamSees(owner, sightFacts(spell))) return null;
  return ruleBroken(
    `${TASK_OWNER_NAMES[owner]} does not see this patient, and would not hear of it. Add a task for them first.`,
    'owner',
  );
}

/** What comes from an escalation names its task, one that its writer sees, or no task for the stay's. */
function refuseIfNotEscalated(
  spell: Spell,
  { source, fromTaskId }: z.infer<typeof addAction>,
  { actor }: DecideContext,
): Refusal | null {
  if (source !== 'escalation') return fromTaskId === undefined ? null : NOT_FROM_A_TASK;
  if (fromTaskId === undefined) {
    // Housing must not learn that it is.
    const isKnown = spell.escalation !== null && actor.role !== 'housing';
    return isKnown ? null : ruleBroken('This stay is not escalated.');
  }
  const task = findTask(spell, fromTaskId);
  if (task === undefined || !canSeeTask(actor, task)) return NO_SUCH_TASK;
  return task.escalation === null ? ruleBroken('This task is not escalated.') : null;
}

const NOT_FROM_A_TASK = ruleBroken('Only what comes from an escalation names a task.');
