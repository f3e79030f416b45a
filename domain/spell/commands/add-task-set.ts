import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import { tasksOfSet } from '../../tasks/task-sets.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { refuseIfDischarged, together } from '../decision.ts';
import type { Spell } from '../state.ts';
import { taskAdded } from './add-task.ts';
import { spellCommand } from './shape.ts';

export const addTaskSet = z.strictObject({
  ...spellCommand('AddTaskSet'),
  set: z
    .string('Choose a set of tasks')
    .check(z.minLength(1, 'Choose a set of tasks'), z.maxLength(60)),
});

/**
 * Adds the tasks of a set at once (handbook 5), leaving out what is open already and what the hub no
 * longer offers. Refused for somebody who has left, and for a set that is not there any more.
 */
export function decideAddTaskSet(
  spell: Spell,
  command: z.infer<typeof addTaskSet>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  const set = context.taskSets.find(({ key }) => key === command.set);
  if (set === undefined) {
    return ruleBroken('This set of tasks is not in the catalogue any more. Choose another.', 'set');
  }
  const wanted = tasksOfSet(set, command.id, { ...context, tasks: spell.tasks });
  return together(
    ...wanted.map((task) => taskAdded(spell, { ...task, fromSet: set.name }, context)),
  );
}
