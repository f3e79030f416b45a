import * as z from 'zod/mini';
import { dueAtFor, ownerFor } from '../../tasks/catalogue.ts';
import { TASK_TYPES } from '../../tasks/task-types.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { happened, noteDetails, refuseIfDischarged } from '../decision.ts';
import type { Spell } from '../state.ts';
import { note, spellCommand } from './shape.ts';

/** The command's id becomes the task's id. */
export const addTask = z.strictObject({
  ...spellCommand('AddTask'),
  taskType: z.enum(TASK_TYPES, 'Choose a task from the list'),
  blocking: z.boolean(),
  note,
});

/** Adds a task from the catalogue, with its owner and the time by which it should be done. */
export function decideAddTask(
  spell: Spell,
  command: z.infer<typeof addTask>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  const entry = context.catalogue[command.taskType];
  const dueAt = dueAtFor(entry.target, { ...context, edd: spell.edd.day });
  const owner = ownerFor(entry, spell.person.place);
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
