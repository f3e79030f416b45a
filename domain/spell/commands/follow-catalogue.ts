import * as z from 'zod/mini';
import type { CatalogueEntry } from '../../tasks/catalogue.ts';
import { dueAtFor, ownerFor } from '../../tasks/catalogue.ts';
import type { Task } from '../../tasks/task.ts';
import type { TaskType } from '../../tasks/task-types.ts';
import { isOpenState, isTaskType } from '../../tasks/task-types.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, happened, together } from '../decision.ts';
import type { SpellEvent } from '../events.ts';
import type { Spell } from '../state.ts';
import { spellCommand } from './shape.ts';

const MOST_TYPES = 500;

/** After another edition of the catalogue was saved: what of it open tasks take over. */
export const followCatalogue = z.strictObject({
  ...spellCommand('FollowCatalogue'),
  taskTypes: z.array(z.custom<TaskType>(isTaskType)).check(z.maxLength(MOST_TYPES)),
  targets: z.boolean(),
  owners: z.boolean(),
});
export type FollowCatalogue = z.infer<typeof followCatalogue>;

type FollowContext = Pick<
  DecideContext,
  'now' | 'timeZone' | 'actor' | 'catalogue' | 'settings' | 'history'
>;

/**
 * Open tasks of some types take the target and the owner that the catalogue says now, the target
 * counted from when the task was added (handbook 5). What somebody decided about one task stays: a
 * target that was set, a team that it was given to or that declined it.
 */
export function decideFollowCatalogue(
  spell: Spell,
  { taskTypes, targets, owners }: Omit<FollowCatalogue, 'id' | 'type' | 'spellId'>,
  context: FollowContext,
): Decision {
  if (spell.discharge !== null) return NOTHING_NEW;
  const wanted = new Set(taskTypes);
  const followed = spell.tasks.flatMap((task) => {
    const entry = context.catalogue[task.type];
    if (entry === undefined || !wanted.has(task.type) || !isOpenState(task.state)) return [];
    const moved = owners ? withOwner(spell, task, entry, context) : [];
    const owner = moved.length > 0 ? ownerFor(entry, spell.person.place) : task.owner;
    return [...moved, ...(targets ? withTarget(spell, { task, owner }, entry, context) : [])];
  });
  return together(...followed);
}

function withOwner(
  spell: Spell,
  task: Task,
  entry: CatalogueEntry,
  context: FollowContext,
): Decision[] {
  const owner = ownerFor(entry, spell.person.place);
  if (owner === task.owner || isGivenByHand(task, context.history)) return [];
  const because = 'catalogue_changed';
  const data = { owner, from: task.owner, assignee: null, because } as const;
  const event = { type: 'TaskAssigned', data, details: null } as const;
  return [happened(context, spell.id, event, { taskId: task.id })];
}

/** In the hours of the team that has it from now on. */
function withTarget(
  spell: Spell,
  { task, owner }: { task: Task; owner: Task['owner'] },
  entry: CatalogueEntry,
  context: FollowContext,
): Decision[] {
  const since = { ...context, now: task.addedAt, edd: spell.edd.day };
  const dueAt = dueAtFor(entry.target, owner, since);
  if (dueAt === task.dueAt || isDueByHand(task, context.history)) return [];
  const data = { dueAt, previous: task.dueAt, because: 'catalogue_changed' } as const;
  const event = { type: 'TaskDueSet', data, details: null } as const;
  return [happened(context, spell.id, event, { taskId: task.id })];
}

/** Whether a person set when this task is due. */
export function isDueByHand({ id }: Pick<Task, 'id'>, history: readonly SpellEvent[]): boolean {
  return history.some(
    (event) =>
      event.taskId === id && event.type === 'TaskDueSet' && event.data.because === undefined,
  );
}

/** Whether a person gave this task to a team, or a team handed it back. */
export function isGivenByHand({ id }: Pick<Task, 'id'>, history: readonly SpellEvent[]): boolean {
  return history.some((event) => {
    if (event.taskId !== id) return false;
    if (event.type === 'TaskDeclined') return true;
    if (event.type !== 'TaskAssigned') return false;
    const { because, owner, from } = event.data;
    return because === undefined && owner !== from;
  });
}
