import type { Task } from '../../tasks/task.ts';
import type { Instant } from '../../time.ts';
import type { SpellEvent } from '../events.ts';
import type { Spell } from '../state.ts';

export function onTask(spell: Spell, event: SpellEvent, change: (task: Task) => Task): Spell {
  return {
    ...spell,
    tasks: spell.tasks.map((task) =>
      task.id === event.taskId ? heldSince(task, change(task), event.occurredAt) : task,
    ),
  };
}

/** Whoever has a task now and did not before has it from now on. */
function heldSince(before: Task, after: Task, at: Instant): Task {
  if (before.claimedBy?.id === after.claimedBy?.id) return after;
  return { ...after, claimedAt: after.claimedBy === null ? null : at };
}
