import type { Spell } from '../spell/state.ts';
import { isOpenState } from '../tasks/task-types.ts';
import type { Instant } from '../time.ts';
import { dischargeReadyDate } from './delay-days.ts';

/**
 * Since when somebody who is ready has been here with nothing open that blocks the discharge: either
 * they could go, or nobody has said what they wait for. Null while they meet the criteria, while
 * something blocks, and once they have left. `at` is when the stay became what it is.
 */
export function nothingBlocksSince(
  before: Pick<Spell, 'nothingBlocksSince'> | null,
  after: Pick<Spell, 'discharge' | 'nctrPeriods' | 'tasks'>,
  at: Instant,
): Instant | null {
  if (after.discharge !== null || dischargeReadyDate(after.nctrPeriods) === null) return null;
  if (after.tasks.some(({ state, blocking }) => blocking && isOpenState(state))) return null;
  return before?.nothingBlocksSince ?? at;
}
