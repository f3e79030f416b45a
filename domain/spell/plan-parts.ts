import type { ActorRole } from '../actor.ts';

/** The parts of a plan in which somebody may be writing: a closed list, as others are told of it. */
export const PLAN_PARTS = [
  'round',
  'review',
  'actions',
  'edd',
  'pathway',
  'criteria',
  'tasks',
  'home',
  'notes',
  'transfer',
  'discharge',
] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** What housing has on its plans; that somebody writes elsewhere would tell it of care. */
const HOUSING_PARTS: readonly PlanPart[] = ['edd', 'actions', 'tasks', 'home', 'notes'];

/** Whether a reader is told that somebody writes there (handbook 10). */
export function isPartOfPlan(role: ActorRole, part: PlanPart): boolean {
  return role === 'housing' ? HOUSING_PARTS.includes(part) : role !== 'admin';
}
