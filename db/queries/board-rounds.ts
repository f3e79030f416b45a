import type Database from 'better-sqlite3';
import { groupBy } from '../../domain/group-by.ts';
import type { RoundRecord } from '../../domain/reports/rounds-held.ts';
import type { WardMove } from '../../domain/reports/ward-spans.ts';
import type { SpellEventType } from '../../domain/spell/events.ts';
import type { Instant } from '../../domain/time.ts';

export type BoardRoundQueries = {
  /** What rounds recorded from one instant until before another, in the order it was recorded. */
  roundRecords(from: Instant, until: Instant): RoundRecord[];
  /** When a round was recorded first of all; null while none was. */
  firstRoundAt(): Instant | null;
  /** Moves between wards and beds, of each stay in the order they were recorded. */
  wardMoves(spellIds: readonly string[]): Map<string, WardMove[]>;
};

const MOVED = 'PatientTransferred' satisfies SpellEventType;

export function prepareBoardRounds(db: Database.Database): BoardRoundQueries {
  const records = db.prepare<[Instant, Instant], RoundRecord>(
    `SELECT spell_id AS spellId, ward_id AS wardId, occurred_at AS at, not_seen AS notSeen
     FROM board_rounds WHERE occurred_at >= ? AND occurred_at < ? ORDER BY seq`,
  );
  const first = db
    .prepare<[], Instant>('SELECT occurred_at FROM board_rounds ORDER BY occurred_at LIMIT 1')
    .pluck();
  const moves = db.prepare<[string], WardMove>(
    `SELECT spell_id AS spellId, occurred_at AS at, data ->> 'wardId' AS wardId,
       data ->> 'fromWardId' AS fromWardId
     FROM events
     WHERE spell_id IN (SELECT value FROM json_each(?)) AND type = '${MOVED}'
     ORDER BY spell_id, seq`,
  );
  return {
    roundRecords: (from, until) => records.all(from, until),
    firstRoundAt: () => first.get() ?? null,
    wardMoves: (spellIds) =>
      groupBy(moves.iterate(JSON.stringify(spellIds)), ({ spellId }) => spellId),
  };
}
