import type { Card } from '../spell/card.ts';
import type { Instant } from '../time.ts';
import type { NotSeenReason, RoundTime } from './board-round.ts';
import { NOT_SEEN_REASONS, isOfRound } from './board-round.ts';

/** How far a ward's round has come: of whom something is recorded in it, and of whom not. */
export type WardRound = {
  present: number;
  seen: number;
  notSeen: Readonly<Record<NotSeenReason, number>>;
  /** Those present of whom nothing is recorded yet. */
  left: number;
  /** When the first and the last of them were recorded; null before anything was. */
  beganAt: Instant | null;
  lastAt: Instant | null;
};

type RoundCard = Pick<Card, 'round' | 'dischargedOn'>;

/**
 * The round of one ward, from the cards of its patients (handbook 13). Whoever has left since counts
 * if they were recorded, and is not missed if they were not.
 */
export function wardRound(
  cards: Iterable<RoundCard>,
  { wardId, round, timeZone }: { wardId: string; round: RoundTime; timeZone: string },
): WardRound {
  let left = 0;
  const found: NonNullable<Card['round']>[] = [];
  for (const card of cards) {
    const recorded = recordedIn(card, { wardId, round, timeZone });
    if (recorded !== null) found.push(recorded);
    else if (card.dischargedOn === null) left += 1;
  }
  const times = found.map(({ at }) => at).sort();
  return {
    ...seenAndNot(found.map(({ notSeen }) => notSeen)),
    ...{ left, present: left + found.length },
    beganAt: times[0] ?? null,
    lastAt: times.at(-1) ?? null,
  };
}

/** How many were seen (null), and of the others how many for each reason not. */
export function seenAndNot(
  recorded: Iterable<NotSeenReason | null>,
): Pick<WardRound, 'seen' | 'notSeen'> {
  const notSeen = { off_ward: 0, no_time: 0, no_doctor: 0, other: 0 };
  let seen = 0;
  for (const reason of recorded) {
    if (reason === null) seen += 1;
    else notSeen[reason] += 1;
  }
  return { seen, notSeen };
}

/** What is recorded of a patient in this round; null while nothing is. */
export function recordedIn(
  { round: recorded }: RoundCard,
  { wardId, round, timeZone }: { wardId: string; round: RoundTime; timeZone: string },
): NonNullable<Card['round']> | null {
  if (recorded === undefined) return null;
  return isOfRound(recorded, wardId, round, timeZone) ? recorded : null;
}

/** A round is held once half of those present were seen (assumed): one patient's plan is no round. */
export function isHeld({ seen, present }: { seen: number; present: number }): boolean {
  return seen > 0 && seen * 2 >= present;
}

/** How many were passed over in all. */
export function notSeenCount({ notSeen }: Pick<WardRound, 'notSeen'>): number {
  return NOT_SEEN_REASONS.reduce((sum, reason) => sum + notSeen[reason], 0);
}
