import * as z from 'zod/mini';
import { dueAtFor, ownerFor } from '../../tasks/catalogue.ts';
import { isTaskType } from '../../tasks/task-types.ts';
import type { TaskType } from '../../tasks/task-types.ts';
import { ruleBroken } from '../../result.ts';
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
  const owner = ownerFor(entry, spell.person.place);
  const dueAt = dueAtFor(entry.target, owner, { ...context, edd: spell.edd.day });
  return happened(
    context,
    spell.id,
    {
      type: 'TaskAdded',
      data: { taskType: command.taskType, owner, blocking: command.blocking, dueAt },
      details: noteDetails(command.note),
    },
    { taskId: command.id },
  );
}
