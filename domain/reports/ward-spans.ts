import type { Instant } from '../time.ts';
import type { StayFacts } from './stay-facts.ts';

/** A move from one ward or bed to another, in the order in which they were recorded. */
export type WardMove = { spellId: string; at: Instant; wardId: string; fromWardId: string };

/** A time in which somebody was on a ward; `to` is null while they still are. */
export type WardSpan = { spellId: string; wardId: string; from: Instant; to: Instant | null };

/**
 * Where somebody was, from admission to discharge, by their moves. What is recorded later counts
 * from its time on, also where that is before an earlier move. A discharge that was taken back is
 * none: they were there all along.
 */
export function wardSpans(
  {
    spellId,
    wardId,
    admittedAt,
    discharge,
  }: Pick<StayFacts, 'spellId' | 'wardId' | 'admittedAt' | 'discharge'>,
  moves: readonly WardMove[],
): WardSpan[] {
  const end = discharge?.at ?? null;
  const first = { spellId, wardId: moves[0]?.fromWardId ?? wardId, from: admittedAt, to: end };
  return moves.reduce<WardSpan[]>(
    (spans, { at, wardId: next }) => [
      ...endingBy(spans, at),
      ...(end === null || at < end ? [{ spellId, wardId: next, from: at, to: end }] : []),
    ],
    [first],
  );
}

export function isThere({ from, to }: Pick<WardSpan, 'from' | 'to'>, at: Instant): boolean {
  return from <= at && (to === null || at < to);
}

function endingBy(spans: readonly WardSpan[], at: Instant): WardSpan[] {
  return spans
    .filter(({ from }) => from < at)
    .map((span) => (span.to === null || span.to > at ? { ...span, to: at } : span));
}
