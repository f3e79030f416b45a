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
  tasks: readonly Pick<Task, 'type' | 'state' | 'blocking'>[];
};

/**
 * How far a stay has come, first match wins (handbook 3): left; no criteria to reside and either
 * waiting for something or ready to go; not yet understood; with the hub; planned.
 * `national` is null while there is no pathway. Referred means that the referral to the hub is done.
 */
export function stageOf(facts: StageFacts): Stage {
  const openTasks = facts.tasks.filter((task) => isOpenState(task.state));
  if (facts.hasLeft) return 'left';
  if (!facts.hasCriteriaToReside) {
    const isWaiting = facts.national === null || openTasks.some((task) => task.blocking);
    return isWaiting ? 'ready_waiting' : 'ready_to_go';
  }
  if (!facts.hasEdd || facts.national === null) return 'needs_understanding';
  const isReferred = facts.tasks.some(
    (task) => task.type === 'hub_referral' && task.state === 'done',
  );
  const needsHub = facts.national !== 'P0' && openTasks.length > 0;
  return isReferred || needsHub ? 'with_hub' : 'planned';
}
