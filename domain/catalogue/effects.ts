import { dischargeReadyDate } from '../delay/delay-days.ts';
import { primaryReason } from '../delay/primary-reason.ts';
import { decideFollowCatalogue } from '../spell/commands/follow-catalogue.ts';
import type { DecideContext } from '../spell/decision.ts';
import type { SpellEvent } from '../spell/events.ts';
import type { Spell } from '../spell/state.ts';
import type { TaskCatalogue } from '../tasks/catalogue.ts';
import type { TaskOwner, TaskType } from '../tasks/task-types.ts';
import { isOpenState } from '../tasks/task-types.ts';

/** A stay in hospital with what happened in it, where a task of it may follow the catalogue. */
export type StayWithHistory = { spell: Spell; history: readonly SpellEvent[] };

/** What an edition would do, in counts: nobody is named. */
export type CatalogueEffects = {
  /** Open tasks of the types that would have another target or owner, and of how many patients. */
  openTasks: number;
  patients: number;
  targets: {
    /** How many would be due at another time, and how many of them would be past it at once. */
    changed: number;
    passed: number;
    /** How many keep the time that somebody set for them. */
    kept: number;
  };
  owners: {
    moves: { from: TaskOwner; to: TaskOwner; tasks: number; held: number }[];
  };
  /** How many delayed patients would have another main reason, whatever tasks follow. */
  reasons: number;
};

type Change = { before: TaskCatalogue; after: TaskCatalogue; types: readonly TaskType[] };

/**
 * What follows from another edition for those who are in hospital now. It asks the very rule that
 * the tasks follow by, so that what is told beforehand is what happens.
 */
export function effectsOf(
  stays: readonly StayWithHistory[],
  { before, after, types }: Change,
  context: Pick<DecideContext, 'actor' | 'now' | 'timeZone' | 'settings'>,
): CatalogueEffects {
  const wanted = new Set(types);
  const here = stays.filter(({ spell }) => spell.discharge === null);
  const withTasks = here.filter(({ spell }) => openTasksOf(spell, wanted) > 0);
  const follow = (what: { targets: boolean; owners: boolean }) =>
    withTasks.flatMap(({ spell, history }) => {
      const decision = decideFollowCatalogue(
        spell,
        { taskTypes: [...types], ...what },
        { ...context, catalogue: after, history },
      );
      return decision.ok ? decision.events.map((event) => ({ event, spell })) : [];
    });
  const openTasks = withTasks.reduce((sum, { spell }) => sum + openTasksOf(spell, wanted), 0);
  const due = follow({ targets: true, owners: false });
  const passed = due.filter(
    ({ event }) =>
      event.type === 'TaskDueSet' && event.data.dueAt !== null && event.data.dueAt < context.now,
  );
  return {
    ...{ openTasks, patients: withTasks.length },
    targets: { changed: due.length, passed: passed.length, kept: openTasks - due.length },
    owners: { moves: movesOf(follow({ targets: false, owners: true })) },
    reasons: here.filter(({ spell }) => hasOtherReason(spell, before, after, context.timeZone))
      .length,
  };
}

function openTasksOf({ tasks }: Spell, types: ReadonlySet<TaskType>): number {
  return tasks.filter(({ type, state }) => types.has(type) && isOpenState(state)).length;
}

function movesOf(followed: readonly { event: SpellEvent; spell: Spell }[]) {
  const moves = new Map<string, CatalogueEffects['owners']['moves'][number]>();
  for (const { event, spell } of followed) {
    if (event.type !== 'TaskAssigned') continue;
    const { from, owner: to } = event.data;
    const move = moves.get(`${from} ${to}`) ?? { from, to, tasks: 0, held: 0 };
    const task = spell.tasks.find(({ id }) => id === event.taskId);
    move.tasks += 1;
    if (task !== undefined && task.claimedBy !== null) move.held += 1;
    moves.set(`${from} ${to}`, move);
  }
  return [...moves.values()];
}

function hasOtherReason(
  { tasks, nctrPeriods, chosenReason }: Spell,
  before: TaskCatalogue,
  after: TaskCatalogue,
  timeZone: string,
): boolean {
  if (dischargeReadyDate(nctrPeriods) === null) return false;
  const chosen = chosenReason?.reason ?? null;
  const reason = (catalogue: TaskCatalogue) =>
    primaryReason({ tasks, chosen }, { catalogue, timeZone });
  return reason(before) !== reason(after);
}
