import * as z from 'zod/mini';
import { dueAtFor, ownerFor } from '../../tasks/catalogue.ts';
import { isTaskType } from '../../tasks/task-types.ts';
import type { TaskType } from '../../tasks/task-types.ts';
import { ruleBroken } from '../../result.ts';
import type { TaskOfSet } from '../../tasks/task-sets.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { happened, noteDetails, refuseIfDischarged } from '../decision.ts';
import type { Spell } from '../state.ts';
import { note, spellCommand } from './shape.ts';

/** The command's id becomes the task's id. */
export const addTask = z.strictObject({
  ...spellCommand('AddTask'),
  taskType: z.custom<TaskType>(isTaskType, 'Choose a task from the list'),
  blocking: z.boolean(),
  note,
});

/**
 * Adds a task from the catalogue, with its owner and the time by which it should be done. Refused
 * for somebody who has left, and for a type that the hub does not have or no longer offers.
 */
export function decideAddTask(
  spell: Spell,
  command: z.infer<typeof addTask>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  const entry = context.catalogue[command.taskType];
  if (entry === undefined) {
    return ruleBroken('This task is not in the catalogue. Choose another.', 'taskType');
  }
  if (!entry.isOffered) {
    return ruleBroken(`The hub no longer offers “${entry.name}”. Choose another.`, 'taskType');
  }
  const { id, blocking, note: text } = command;
  return taskAdded(spell, { id, entry, blocking, note: text }, context);
}

/** The event that adds a task of an entry of the catalogue, routed to its team and given its target. */
export function taskAdded(
  spell: Spell,
  task: TaskOfSet & { note?: string | undefined; fromSet?: string },
  context: DecideContext,
): Decision {
  const { entry, blocking, fromSet } = task;
  const owner = ownerFor(entry, spell.person.place);
  const dueAt = dueAtFor(entry.target, owner, { ...context, edd: spell.edd.day });
  const set = fromSet === undefined ? {} : { fromSet };
  return happened(
    context,
    spell.id,
    {
      type: 'TaskAdded',
      data: { taskType: entry.type, owner, blocking, dueAt, ...set },
      details: noteDetails(task.note),
    },
    { taskId: task.id },
  );
}
