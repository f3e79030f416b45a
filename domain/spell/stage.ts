import type { Task } from '../tasks/task.ts';
import { isOpenState } from '../tasks/task-types.ts';
import type { NationalPathway } from './pathway.ts';

export const STAGES = [
  'needs_understanding',
  'with_hub',
  'planned',
  'ready_waiting',
  'ready_to_go',
  'left',
] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_NAMES: Record<Stage, string> = {
  needs_understanding: 'Needs understanding',
  with_hub: 'With the hub',
  planned: 'Planned',
  ready_waiting: 'Ready and waiting',
  ready_to_go: 'Ready to go',
  left: 'Left',
};

/** What a stage is derived from. */
export type StageFacts = {
  hasLeft: boolean;
  hasCriteriaToReside: boolean;
  hasEdd: boolean;
  national: NationalPathway | null;
  isReferred: boolean;
  tasks: readonly Pick<Task, 'state' | 'blocking'>[];
};

/** Whether the hub has been told of a stay: a task of referring to it is done. */
export function isReferredBy(tasks: readonly Pick<Task, 'type' | 'state'>[]): boolean {
  return tasks.some(({ type, state }) => type === 'hub_referral' && state === 'done');
}

/**
 * How far a stay has come, first match wins (handbook 3): left; no criteria to reside and either
 * waiting for something or ready to go; not yet understood; with the hub; planned.
 * `national` is null while there is no pathway.
 */
export function stageOf(facts: StageFacts): Stage {
  const openTasks = facts.tasks.filter((task) => isOpenState(task.state));
  if (facts.hasLeft) return 'left';
  if (!facts.hasCriteriaToReside) {
    const isWaiting = facts.national === null || openTasks.some((task) => task.blocking);
    return isWaiting ? 'ready_waiting' : 'ready_to_go';
  }
  if (!facts.hasEdd || facts.national === null) return 'needs_understanding';
  const needsHub = facts.national !== 'P0' && openTasks.length > 0;
  return facts.isReferred || needsHub ? 'with_hub' : 'planned';
}
