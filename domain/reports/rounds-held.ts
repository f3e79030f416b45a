import { groupBy } from '../group-by.ts';
import type { NotSeenReason, RoundHalf } from '../rounds/board-round.ts';
import { ROUND_HALVES, middayOf, roundTimeOf } from '../rounds/board-round.ts';
import { isHeld, seenAndNot } from '../rounds/ward-round.ts';
import type { CalendarDay, Instant } from '../time.ts';
import type { WardSpan } from './ward-spans.ts';
import { isThere } from './ward-spans.ts';

/** What was recorded of one patient in a round, in the order in which it was recorded. */
export type RoundRecord = {
  spellId: string;
  wardId: string;
  at: Instant;
  /** Null: they were seen. */
  notSeen: NotSeenReason | null;
};

/** A round that a ward was due to hold in one half of a day, and what came of it. */
export type DueRound = {
  wardId: string;
  day: CalendarDay;
  half: RoundHalf;
  isHeld: boolean;
  /** Patients, and those of them who were seen; nobody where nothing was recorded. */
  present: number;
  seen: number;
  notSeen: Readonly<Record<NotSeenReason, number>>;
  /** Those present of whom nothing was recorded. */
  unrecorded: number;
  /** Minutes from the first record to the last; null where nothing was recorded. */
  minutes: number | null;
};

type Recorded = {
  records: readonly RoundRecord[];
  spans: readonly WardSpan[];
  days: readonly CalendarDay[];
  timeZone: string;
};

/**
 * The rounds that wards were due to hold on some days (handbook 13): one in each half of a day on
 * which somebody was there when its morning ended, or in which something was recorded. Present are
 * those who were on the ward when its first patient was recorded, and everybody who was recorded; of
 * somebody recorded twice in a round the last counts. Held: half of those present were seen.
 */
export function dueRounds({ records, spans, days, timeZone }: Recorded): DueRound[] {
  const spansOf = groupBy(spans, ({ wardId }) => wardId);
  const recordsOf = groupBy(records, ({ wardId, at }) => {
    const { day, half } = roundTimeOf(at, timeZone);
    return keyOf(wardId, day, half);
  });
  const wardIds = [...new Set([...spansOf.keys(), ...records.map(({ wardId }) => wardId)])];
  return days.flatMap((day) => {
    const midday = middayOf(day, timeZone);
    return wardIds.flatMap((wardId) => {
      const onWard = spansOf.get(wardId) ?? [];
      const isInUse = onWard.some((span) => isThere(span, midday));
      return ROUND_HALVES.flatMap((half): DueRound[] => {
        const own = recordsOf.get(keyOf(wardId, day, half)) ?? [];
        if (own.length === 0 && !isInUse) return [];
        return [{ wardId, day, half, ...outcomeOf(own, onWard) }];
      });
    });
  });
}

type Outcome = Omit<DueRound, 'wardId' | 'day' | 'half'>;

function outcomeOf(records: readonly RoundRecord[], onWard: readonly WardSpan[]): Outcome {
  const times = records.map(({ at }) => at).sort();
  const [beganAt, lastAt] = [times[0], times.at(-1)];
  const last = new Map(records.map(({ spellId, notSeen }) => [spellId, notSeen]));
  const { seen, notSeen } = seenAndNot(last.values());
  if (beganAt === undefined || lastAt === undefined) {
    return { isHeld: false, present: 0, seen, notSeen, unrecorded: 0, minutes: null };
  }
  const there = onWard.filter((span) => isThere(span, beganAt)).map(({ spellId }) => spellId);
  const present = new Set([...there, ...last.keys()]).size;
  const minutes = (Date.parse(lastAt) - Date.parse(beganAt)) / 60_000;
  const unrecorded = present - last.size;
  return { isHeld: isHeld({ seen, present }), present, seen, notSeen, unrecorded, minutes };
}

const keyOf = (wardId: string, day: CalendarDay, half: RoundHalf) => `${day} ${half} ${wardId}`;
