import * as z from 'zod/mini';
import { canSee, sightFacts } from '../../audience.ts';
import type { Actor } from '../../actor.ts';
import { refuse, ruleBroken } from '../../result.ts';
import { teamOwns } from '../../tasks/teams.ts';
import type { Task } from '../../tasks/task.ts';
import type { TaskOwner } from '../../tasks/task-types.ts';
import { TASK_OWNERS } from '../../tasks/task-types.ts';
import { formatInstant } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import {
  NOTHING_NEW,
  NO_SUCH_TASK,
  actorRef,
  cameFirst,
  findTask,
  happened,
  noteDetails,
  refuseIfDischarged,
  refuseIfFinished,
} from '../decision.ts';
import { lastSet } from '../last-set.ts';
import type { Spell } from '../state.ts';
import { instant, taskCommand } from './shape.ts';

export const setTaskBlocking = z.strictObject({
  ...taskCommand('SetTaskBlocking'),
  blocking: z.boolean(),
  seen: z.boolean(),
});
export const setTaskDue = z.strictObject({
  ...taskCommand('SetTaskDue'),
  dueAt: z.nullable(instant),
  seen: z.nullable(instant),
});
/** To a team's queue, or to one of its people (`assigneeId`). */
export const assignTask = z.strictObject({
  ...taskCommand('AssignTask'),
  owner: z.enum(TASK_OWNERS, 'Choose a team'),
  assigneeId: z.optional(z.string().check(z.maxLength(80))),
});

type TaskSetting =
  z.infer<typeof setTaskBlocking> | z.infer<typeof setTaskDue> | z.infer<typeof assignTask>;

/**
 * Sets whether a task blocks, when it is due, or whose it is. A finished task does not move; nothing
 * blocks somebody who has left, though work such as an adaptation goes on after.
 */
export function decideTaskSetting(
  spell: Spell,
  command: TaskSetting,
  context: DecideContext,
): Decision {
  const task = findTask(spell, command.taskId);
  if (task === undefined) return NO_SUCH_TASK;
  const finished = refuseIfFinished(task);
  if (finished !== null) return finished;
  switch (command.type) {
    case 'SetTaskBlocking':
      return setBlocking(spell, task, command, context);
    case 'SetTaskDue':
      return setDue(spell, task, command, context);
    case 'AssignTask':
      return assign(spell, task, command, context);
    default:
      return command satisfies never;
  }
}

function setBlocking(
  spell: Spell,
  task: Task,
  { blocking, seen, note }: z.infer<typeof setTaskBlocking>,
  context: DecideContext,
): Decision {
  if (blocking === task.blocking) return NOTHING_NEW;
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  if (seen !== task.blocking) {
    return cameFirst(
      { field: 'blocking', value: task.blocking },
      lastSet(context.history, { kind: 'blocking', taskId: task.id }),
      `said that this task ${task.blocking ? 'blocks' : 'does not block'} the discharge`,
      context.timeZone,
    );
  }
  const details = noteDetails(note);
  return happened(
    context,
    spell.id,
    { type: 'TaskBlockingSet', data: { blocking }, details },
    { taskId: task.id },
  );
}

function setDue(
  spell: Spell,
  task: Task,
  { dueAt, seen, note }: z.infer<typeof setTaskDue>,
  context: DecideContext,
): Decision {
  if (dueAt === task.dueAt) return NOTHING_NEW;
  if (dueAt !== null && dueAt < context.now) {
    return ruleBroken('A task cannot be due in the past.', 'dueAt');
  }
  if (seen !== task.dueAt) {
    const now = task.dueAt === null ? 'none' : formatInstant(task.dueAt, context.timeZone);
    return cameFirst(
      { field: 'dueAt', value: task.dueAt },
      lastSet(context.history, { kind: 'dueAt', taskId: task.id }),
      `set the target to ${now}`,
      context.timeZone,
    );
  }
  const data = { dueAt, previous: task.dueAt };
  const details = noteDetails(note);
  return happened(context, spell.id, { type: 'TaskDueSet', data, details }, { taskId: task.id });
}

function assign(
  spell: Spell,
  task: Task,
  { owner, assigneeId, note }: z.infer<typeof assignTask>,
  context: DecideContext,
): Decision {
  // Only the hub sends work to another team; a team lead hands it on within the team.
  if (owner !== task.owner && context.actor.role !== 'hub') {
    return refuse('NOT_ALLOWED', 'Only the hub gives a task to another team. Decline it instead.');
  }
  const assignee = assigneeId === undefined ? null : context.assignee;
  if (assigneeId !== undefined && !canTakeOn(assignee, owner, spell)) {
    return ruleBroken(
      'This person cannot take on this task: they are not in that team, or cannot see this patient.',
      'assigneeId',
    );
  }
  const ref = assignee === null ? null : actorRef(assignee);
  const isSame = owner === task.owner && ref?.id === task.claimedBy?.id && task.declined === null;
  if (isSame) return NOTHING_NEW;
  const data = { owner, from: task.owner, assignee: ref };
  const details = noteDetails(note);
  return happened(context, spell.id, { type: 'TaskAssigned', data, details }, { taskId: task.id });
}

/** They would see the patient with the task as theirs, and their team does such tasks. */
function canTakeOn(person: Actor | null, owner: TaskOwner, spell: Spell): boolean {
  if (person === null || !teamOwns(person.role, owner)) return false;
  const facts = sightFacts(spell);
  return canSee(person, {
    ...facts,
    hasSocialCareTask: facts.hasSocialCareTask || owner === 'social_care',
    hasHousingTask: facts.hasHousingTask || owner === 'lightbulb',
  });
}
