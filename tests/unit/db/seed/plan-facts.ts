import type { SpellPlan } from '../../../../db/seed/spell-plan.ts';
import { WARDS } from '../../../../db/seed/wards.ts';
import { calendarDay, DEFAULT_TIME_ZONE, daysBetween } from '../../../../domain/time.ts';

/** Facts that the tests read off a plan by themselves, through `domain/time.ts` only. */
const days = new Map<string, string>();

export function londonDay(instant: string): string {
  const known = days.get(instant) ?? calendarDay(instant, DEFAULT_TIME_ZONE);
  days.set(instant, known);
  return known;
}

const wards = new Map(WARDS.map((ward) => [ward.id, ward]));
export const wardOf = (plan: SpellPlan) => wards.get(plan.wardId);
export const providerOf = (plan: SpellPlan) => wardOf(plan)?.provider;

export function delayOf(plan: SpellPlan): number {
  const last = plan.nctr.at(-1);
  if (last === undefined || last.endedAt !== null || plan.discharge === null) return 0;
  return daysBetween(last.readyDate, londonDay(plan.discharge.at));
}

export const isReady = (plan: SpellPlan): boolean => plan.nctr.at(-1)?.endedAt === null;

export const shownPathwayOf = (plan: SpellPlan) =>
  plan.pathwayChanges.at(-1)?.pathway ?? 'none_set';

export function shareOf<T>(items: readonly T[], isOne: (item: T) => boolean): number {
  return items.filter(isOne).length / items.length;
}
