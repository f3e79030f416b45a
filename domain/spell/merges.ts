import type { ActorRef } from '../actor.ts';
import type { MergeSide } from '../persons/merge-records.ts';
import type { Person } from '../persons/person.ts';
import type { Instant } from '../time.ts';
import type { SpellEvent } from './events.ts';

/** A merge of records that holds for a stay, as its log tells it. */
export type MergeOfStay = {
  /** The id of the command that merged. */
  mergeId: string;
  seq: number;
  at: Instant;
  by: ActorRef;
  /** Which of the two records the stay was of. */
  side: MergeSide;
  /** Both records as they were, and the one that came of them; null once erased. */
  records: { remaining: Person; merged: Person; after: Person; reason: string } | null;
};

/** The merges that were not undone, first to last. */
export function mergesInForce(events: readonly (SpellEvent & { seq: number })[]): MergeOfStay[] {
  let merges: MergeOfStay[] = [];
  for (const event of events) {
    if (event.type === 'PersonsMerged') {
      const { seq, occurredAt: at, by, details: records } = event;
      const { mergeId, side } = event.data;
      merges.push({ mergeId, seq, at, by, side, records });
    } else if (event.type === 'MergeUndone') {
      merges = merges.filter(({ mergeId }) => mergeId !== event.data.mergeId);
    }
  }
  return merges;
}
