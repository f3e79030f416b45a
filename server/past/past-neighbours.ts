import type { LoggedAt } from '../../db/past/last-recorded.ts';
import type { PastReader } from '../../db/past/past-reader.ts';
import type { PastFrame } from '../../domain/past/past-view.ts';
import type { Instant } from '../../domain/time.ts';

export type Neighbours = Pick<PastFrame, 'previous' | 'next'>;

/** Whoever sees little may have to look far: after so much of the log there is no neighbour. */
const AT_ONCE = 500;
const MOST_LOOKS = 20;

/** When something about stays in sight was recorded last before a moment, and first after it. */
export function neighboursAmong(
  past: Pick<PastReader, 'moment' | 'loggedBefore' | 'loggedAfter'>,
  at: Instant,
  inSight: (spellIds: readonly string[]) => ReadonlySet<string>,
): Neighbours {
  const nearest = (look: (seq: number) => LoggedAt[], from: number, isWanted: (logged: LoggedAt) => boolean) => {
    let seq = from;
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const batch = look(seq);
      const seen = inSight(batch.map(({ spellId }) => spellId));
      const found = batch.find((logged) => seen.has(logged.spellId) && isWanted(logged));
      if (found !== undefined) return found.recordedAt;
      const last = batch.at(-1);
      if (last === undefined) return null;
      seq = last.seq;
    }
    return null;
  }; // prettier-ignore
  const { seq } = past.moment;
  return {
    previous: nearest(
      (from) => past.loggedBefore(from, AT_ONCE),
      seq + 1,
      ({ recordedAt }) => recordedAt < at,
    ),
    next: nearest(
      (from) => past.loggedAfter(from, AT_ONCE),
      seq,
      () => true,
    ),
  };
}

/** The same for one stay. */
export function neighboursOf(
  past: Pick<PastReader, 'moment' | 'loggedOf'>,
  spellId: string,
  at: Instant,
): Neighbours {
  const logged = past.loggedOf(spellId);
  const before = logged.filter(({ seq, recordedAt }) => seq <= past.moment.seq && recordedAt < at);
  const after = logged.find(({ seq }) => seq > past.moment.seq);
  return { previous: before.at(-1)?.recordedAt ?? null, next: after?.recordedAt ?? null };
}
