import type { Role } from '../../domain/actor.ts';
import type { DayNumber } from './calendar.ts';
import { dayOf, instantAt, isWeekend, midnight, minutes } from './calendar.ts';
import type { Random } from './random.ts';

/** Working hours by role, in minutes after midnight. Wards and the hub work every day. */
const HOURS: Readonly<Record<Role, { from: number; to: number; weekends: boolean }>> = {
  ward: { from: 450, to: 1200, weekends: true },
  hub: { from: 480, to: 1080, weekends: true },
  broker: { from: 510, to: 1020, weekends: false },
  housing: { from: 540, to: 1020, weekends: false },
  admin: { from: 540, to: 1020, weekends: false },
};

export type Bias = 'soon' | 'any' | 'late';

/** An instant strictly between two in somebody's working hours, or null if there is none. */
export function workInstant(
  random: Random,
  role: Role,
  after: number,
  before: number,
  bias: Bias = 'any',
): number | null {
  if (before - after < minutes(2)) return null;
  const first = dayOf(after);
  const count = dayOf(before) - first + 1;
  const start = bias === 'any' ? random.int(0, count - 1) : 0;
  const share = random.next();
  for (let i = 0; i < count; i += 1) {
    const offset = bias === 'late' ? count - 1 - i : (start + i) % count;
    const found = withinDay(role, first + offset, after, before, share);
    if (found !== null) return found;
  }
  return null;
}

function withinDay(
  role: Role,
  day: DayNumber,
  after: number,
  before: number,
  share: number,
): number | null {
  const hours = HOURS[role];
  if (!hours.weekends && isWeekend(day)) return null;
  const from = Math.max(after + minutes(1), instantAt(day, hours.from));
  const to = Math.min(before - minutes(1), instantAt(day, hours.to));
  return to <= from ? null : from + Math.floor((share * (to - from)) / 1000) * 1000;
}

/** The same, but in a pinch outside working hours; null only where less than two minutes are left. */
export function instantBetween(
  random: Random,
  role: Role,
  after: number,
  before: number,
  bias: Bias = 'any',
): number | null {
  const found =
    workInstant(random, role, after, before, bias) ??
    workInstant(random, 'ward', after, before, bias);
  if (found !== null || before - after < minutes(2)) return found;
  return after + Math.floor((random.next() * 0.8 + 0.1) * (before - after));
}

/** An instant on a London day, within bounds; null if the day has no room left. */
export function instantOn(
  random: Random,
  role: Role,
  day: DayNumber,
  after: number,
  before: number,
): number | null {
  const from = Math.max(after, midnight(day));
  const to = Math.min(before, midnight(day + 1) - minutes(1));
  return instantBetween(random, role, from, to);
}
