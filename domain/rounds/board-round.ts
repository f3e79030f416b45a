import type { ActorRef, Audience } from '../actor.ts';
import type { TaskOwner } from '../tasks/task-types.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { calendarDay, formatTime, instantOfWallClock } from '../time.ts';

/** A ward holds one round in each half of a day. */
export const ROUND_HALVES = ['morning', 'afternoon'] as const;
export type RoundHalf = (typeof ROUND_HALVES)[number];

export const ROUND_HALF_NAMES: Record<RoundHalf, string> = {
  morning: 'Morning',
  afternoon: 'Afternoon',
};

/** Which round it is: that of a ward in one half of a day. */
export type RoundTime = { day: CalendarDay; half: RoundHalf };

/** Why somebody was passed over in a round. */
export const NOT_SEEN_REASONS = ['off_ward', 'no_time', 'no_doctor', 'other'] as const;
export type NotSeenReason = (typeof NOT_SEEN_REASONS)[number];

export const NOT_SEEN_REASON_NAMES: Record<NotSeenReason, string> = {
  off_ward: 'Off the ward (scan, theatre, dialysis)',
  no_time: 'No time left',
  no_doctor: 'Nobody there who could decide',
  other: 'Other',
};

/** What a board round came to for one patient: the next action and who has it (handbook 13). */
export type BoardRound = {
  at: Instant;
  by: ActorRef;
  /** The ward whose round it was; the patient may have moved since. */
  wardId: string;
  /** Null: they were seen. */
  notSeen: NotSeenReason | null;
  /** Null only for somebody who was not seen. */
  action: string | null;
  /** The team that has the next action, and who of it if that was said. */
  owner: TaskOwner | null;
  person: string | null;
};

/** Rounds are the wards' and the hub's: how one goes is nothing to the others. */
export function mayHoldRounds({ role }: Pick<Audience, 'role'>): boolean {
  return role === 'ward' || role === 'hub';
}

const AFTERNOON_FROM = '13:00';

/** The round that an instant belongs to: the afternoon's from 13:00 on the hub's clock (assumed). */
export function roundTimeOf(at: Instant, timeZone: string): RoundTime {
  const half = formatTime(at, timeZone) < AFTERNOON_FROM ? 'morning' : 'afternoon';
  return { day: calendarDay(at, timeZone), half };
}

/** When the morning of a day ends, on the hub's clock, and the afternoon's round may begin. */
export function middayOf(day: CalendarDay, timeZone: string): Instant {
  const found = instantOfWallClock(`${day}T${AFTERNOON_FROM}`, timeZone);
  if (found === null) throw new Error(`${day} is no day`);
  return found;
}

export function isSameRound(one: RoundTime, other: RoundTime): boolean {
  return one.day === other.day && one.half === other.half;
}

/** Whether what was recorded of a patient belongs to a ward's round. */
export function isOfRound(
  recorded: Pick<BoardRound, 'at' | 'wardId'>,
  wardId: string,
  round: RoundTime,
  timeZone: string,
): boolean {
  return recorded.wardId === wardId && isSameRound(roundTimeOf(recorded.at, timeZone), round);
}
