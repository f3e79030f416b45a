import type { Spell } from '../spell/state.ts';
import type { WorkingTimes } from '../tasks/working-hours.ts';
import { onWorkday } from '../tasks/working-hours.ts';
import type { TaskOwner } from '../tasks/task-types.ts';
import type { Instant } from '../time.ts';
import { calendarDay, formatTime } from '../time.ts';
import type { Action } from './action.ts';
import { actionState } from './action.ts';

type ChaseContext = { now: Instant; timeZone: string; settings: WorkingTimes };

/** When teams that work round the clock are chased (assumed): a day's chases do not come at midnight. */
const MORNING = '08:00';

/**
 * Whether an open action is to be chased now by itself: on the first day of the team's work after its
 * day has passed, and on each one after that, once the team has begun to work (handbook 16). Once a
 * day: whatever was missed on earlier days is not made up for.
 */
export function isChaseDue(spell: Spell, action: Action, context: ChaseContext): boolean {
  const { now, timeZone, settings } = context;
  if (actionState(action, spell) !== 'open') return false;
  const today = calendarDay(now, timeZone);
  if (today <= action.dueOn || onWorkday(today, action.owner, settings) !== today) return false;
  if (formatTime(now, timeZone) < opensAt(action.owner, settings)) return false;
  return !action.chases.some(
    ({ because, at }) => because === 'day_passed' && calendarDay(at, timeZone) === today,
  );
}

function opensAt(owner: TaskOwner, { teams }: WorkingTimes): string {
  const team = teams[owner];
  return team.kind === 'always' ? MORNING : team.from;
}
