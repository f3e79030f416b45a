import * as z from 'zod/mini';
import type { Task } from '../../tasks/task.ts';
import { WAITING_FOR, isWaiting } from '../../tasks/task-types.ts';
import type { DecideContext, Decision } from '../decision.ts';
import {
  NOTHING_NEW,
  NO_SUCH_TASK,
  findTask,
  happened,
  noteDetails,
  refuseIfFinished,
  refuseIfHeldByOther,
} from '../decision.ts';
import type { Spell } from '../state.ts';
import { taskCommand, uuid } from './shape.ts';

/** `takeOverFrom` names the colleague who holds the task now, to take it over knowingly. */
export const claimTask = z.strictObject({
  ...taskCommand('ClaimTask'),
  takeOverFrom: z.optional(z.union([uuid, z.string().check(z.maxLength(80))])),
});
export const releaseTask = z.strictObject(taskCommand('ReleaseTask'));
export const startTask = z.strictObject(taskCommand('StartTask'));
export const completeTask = z.strictObject(taskCommand('CompleteTask'));

/** `waiting` null: no longer waiting, at work again. */
export const setTaskWaiting = z.strictObject({
  ...taskCommand('SetTaskWaiting'),
  waiting: z.nullable(z.enum(WAITING_FOR)),
});

type TaskStep =
  | z.infer<typeof claimTask>
  | z.infer<typeof releaseTask>
  | z.infer<typeof startTask>
  | z.infer<typeof setTaskWaiting>
  | z.infer<typeof completeTask>;

/**
 * The steps of a task. Claiming is first come, first served: whoever comes second is told who has
 * it, and may take it over only by naming that person. Whoever starts a task, or says what it
 * waits for, has it. Only the holder or the hub lets go of a task; any member of the team may
 * finish one.
 * What stands already is a success; a finished task does not move.
 */
export function decideTaskStep(spell: Spell, command: TaskStep, context: DecideContext): Decision {
  const task = findTask(spell, command.taskId);
  if (task === undefined) return NO_SUCH_TASK;
  const settled = settledAnswer(task, command, context);
  if (settled !== null) return settled;
  const details = noteDetails(command.note);
  const more = { taskId: task.id };
  switch (command.type) {
    case 'ClaimTask':
      return happened(
        context,
        spell.id,
        { type: 'TaskClaimed', data: { from: task.claimedBy }, details },
        more,
      );
    case 'ReleaseTask':
      return happened(
        context,
        spell.id,
        { type: 'TaskReleased', data: { from: task.claimedBy }, details },
        more,
      );
    case 'StartTask':
      return happened(context, spell.id, { type: 'TaskStarted', data: {}, details }, more);
    case 'SetTaskWaiting':
      return happened(
        context,
        spell.id,
        { type: 'TaskWaitingSet', data: { waiting: command.waiting }, details },
        more,
      );
    case 'CompleteTask':
      return happened(context, spell.id, { type: 'TaskCompleted', data: {}, details }, more);
    default:
      return command satisfies never;
  }
}

/** The answers that need no event: it stands already, somebody else has it, or it is finished. */
function settledAnswer(task: Task, command: TaskStep, context: DecideContext): Decision | null {
  const { actor } = context;
  if (command.type === 'CompleteTask' && task.state === 'done') return NOTHING_NEW;
  const finished = refuseIfFinished(task);
  if (finished !== null) return finished;
  const heldByOther = refuseIfHeldByOther(task, context);
  switch (command.type) {
    case 'ClaimTask':
      if (task.claimedBy?.id === actor.id) return NOTHING_NEW;
      return task.claimedBy?.id === command.takeOverFrom ? null : heldByOther;
    case 'StartTask':
      return heldByOther ?? (task.state === 'in_progress' ? NOTHING_NEW : null);
    case 'SetTaskWaiting': {
      const stands =
        command.waiting === null
          ? !isWaiting(task.state)
          : task.state === `waiting_${command.waiting}`;
      return heldByOther ?? (stands ? NOTHING_NEW : null);
    }
    case 'ReleaseTask':
      if (task.state === 'open') return NOTHING_NEW;
      return actor.role === 'hub' ? null : heldByOther;
    case 'CompleteTask':
      return null;
    default:
      return command satisfies never;
  }
}
