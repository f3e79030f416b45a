import type { RoundTime } from '../../domain/rounds/board-round.ts';
import { ROUND_HALF_NAMES } from '../../domain/rounds/board-round.ts';
import type { WardRound } from '../../domain/rounds/ward-round.ts';
import { notSeenCount } from '../../domain/rounds/ward-round.ts';
import type { Instant } from '../../domain/time.ts';
import { formatDay, formatTime } from '../../domain/time.ts';

/** `Morning board round, Mon 23 Nov` */
export function roundTitle({ day, half }: RoundTime): string {
  return `${ROUND_HALF_NAMES[half]} board round, ${formatDay(day)}`;
}

/** How far a round has come, in a sentence. */
export function progressInWords(round: WardRound): string {
  const { present, seen, left } = round;
  if (present === 0) return 'No patients on this ward.';
  if (left === present) return `Nobody of ${present} recorded yet.`;
  const passed = notSeenCount(round);
  const notSeen = passed === 0 ? '' : `, ${passed} not seen`;
  const rest = left === 0 ? 'Everybody is recorded' : `${left} of ${present} to go`;
  return `${seen} seen${notSeen}. ${rest}.`;
}

/** The same for a table of wards: `22 of 24 seen`. */
export function progressInShort(round: WardRound): string {
  const { present, seen, left } = round;
  if (left === present) return 'Not begun';
  return left === 0 ? `${seen} of ${present} seen` : `${seen} of ${present} so far`;
}

/** `From 08:31 to 08:52, 21 minutes`; null before anything was recorded. */
export function timeTakenInWords(
  { beganAt, lastAt }: { beganAt: Instant | null; lastAt: Instant | null },
  timeZone: string,
): string | null {
  if (beganAt === null || lastAt === null) return null;
  const minutes = Math.round((Date.parse(lastAt) - Date.parse(beganAt)) / 60_000);
  const [from, to] = [formatTime(beganAt, timeZone), formatTime(lastAt, timeZone)];
  return `From ${from} to ${to}, ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`;
}
