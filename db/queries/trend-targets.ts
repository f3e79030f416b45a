import { asc, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { TrendMeasure } from '../../domain/reports/trend-measures.ts';
import { TREND_MEASURES } from '../../domain/reports/trend-measures.ts';
import type { TrendTarget } from '../../domain/reports/trend-targets.ts';
import type { ActedAs } from '../report-record-store.ts';
import { trendTargets } from '../schema/report-records.ts';

/** Every target, in the order in which they were set. */
export function readTrendTargets(orm: BetterSQLite3Database): TrendTarget[] {
  return orm
    .select()
    .from(trendTargets)
    .orderBy(asc(sql`rowid`))
    .all()
    .flatMap(({ id, measure, provider, value, words, madeById, madeByName, madeAt }) => {
      // A measure that a later version no longer has has no chart either.
      if (!isMeasure(measure)) return [];
      const by = { id: madeById, name: madeByName };
      return [{ id, measure, provider, value, words, by, at: madeAt }];
    });
}

/** False where a target of this id is there already. */
export function addTrendTarget(
  orm: BetterSQLite3Database,
  { by, at: madeAt, ...target }: TrendTarget,
  { role, organisation }: ActedAs,
): boolean {
  const made = { madeAt, madeById: by.id, madeByName: by.name, role, organisation };
  const row = { ...target, ...made };
  return orm.insert(trendTargets).values(row).onConflictDoNothing().run().changes === 1;
}

function isMeasure(text: string): text is TrendMeasure {
  return Object.hasOwn(TREND_MEASURES, text);
}
