import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import { CANCEL_REASONS, DECLINE_REASONS, isOpenState } from '../../tasks/task-types.ts';
import type { DecideContext, Decision } from '../decision.ts';
import {
  NO_SUCH_TASK,
  findTask,
  happened,
  noteDetails,
  refuseIfFinished,
  refuseIfHeldByOther,
} from '../decision.ts';
import type { Spell } from '../state.ts';
import { taskCommand } from './shape.ts';

export const cancelTask = z.strictObject({
  ...taskCommand('CancelTask'),
  reason: z.enum(CANCEL_REASONS, 'Choose why it is cancelled'),
});
export const declineTask = z.strictObject({
  ...taskCommand('DeclineTask'),
  reason: z.enum(DECLINE_REASONS, 'Choose why it is declined'),
});
/** The note says why. */
export const reopenTask = z.strictObject({
  ...taskCommand('ReopenTask'),
  note: z.string().check(z.trim(), z.minLength(1, 'Say why it is opened again'), z.maxLength(2000)),
});

type TaskEnding =
  z.infer<typeof cancelTask> | z.infer<typeof declineTask> | z.infer<typeof reopenTask>;

/**
 * Ends a task without doing it, hands it back to the hub, or opens it again. Cancelling takes one
 * of the national reasons; "other" needs words. What a team declines becomes the hub's, open, so
 * that nothing is left with nobody (handbook 5); only the holder or the hub lets go of a task that
 * somebody has.
 */
export function decideTaskEnding(
  spell: Spell,
  command: TaskEnding,
  context: DecideContext,
): Decision {
  const task = findTask(spell, command.taskId);
  if (task === undefined) return NO_SUCH_TASK;
  const details = noteDetails(command.note);
  const more = { taskId: task.id };
  if (command.type === 'ReopenTask') {
    if (isOpenState(task.state)) return ruleBroken('This task is open already.');
    return happened(context, spell.id, { type: 'TaskReopened', data: {}, details }, more);
  }
  const finished = refuseIfFinished(task);
  if (finished !== null) return finished;
  if (command.reason === 'other' && details === null) {
    return ruleBroken('Say in words what the other reason is.', 'note');
  }
  if (command.type === 'CancelTask') {
    const data = { reason: command.reason };
    return happened(context, spell.id, { type: 'TaskCancelled', data, details }, more);
  }
  const heldByOther = context.actor.role === 'hub' ? null : refuseIfHeldByOther(task, context);
  if (heldByOther !== null) return heldByOther;
  if (task.owner === 'hub') {
    return ruleBroken('This task is the hub’s own: assign it to somebody, or cancel it.');
  }
  const data = { reason: command.reason, from: task.owner };
  return happened(context, spell.id, { type: 'TaskDeclined', data, details }, more);
}
