import { asc, eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { TrendMark } from '../../domain/reports/trend-marks.ts';
import { TREND_MEASURES } from '../../domain/reports/trend-measures.ts';
import type { TrendMeasure } from '../../domain/reports/trend-measures.ts';
import type { ActedAs } from '../report-record-store.ts';
import { trendMarks, trendMarksTakenBack } from '../schema/report-records.ts';

/** Every mark, in the order in which they were made. */
export function readTrendMarks(orm: BetterSQLite3Database): TrendMark[] {
  return orm
    .select()
    .from(trendMarks)
    .leftJoin(trendMarksTakenBack, eq(trendMarksTakenBack.markId, trendMarks.id))
    .orderBy(asc(sql`${trendMarks}.rowid`))
    .all()
    .flatMap(({ trend_marks: row, trend_marks_taken_back: back }) => {
      // A measure that a later version no longer has has no chart either.
      if (!isMeasure(row.measure)) return [];
      const { id, kind, measure, provider, day, words } = row;
      const takenBack = back && {
        by: { id: back.takenBackById, name: back.takenBackByName },
        at: back.takenBackAt,
        reason: back.reason,
      };
      const by = { id: row.madeById, name: row.madeByName };
      return [{ id, kind, measure, provider, day, words, by, at: row.madeAt, takenBack }];
    });
}

export function addTrendMark(
  orm: BetterSQLite3Database,
  { by, at, takenBack: _none, ...mark }: TrendMark,
  { role, organisation }: ActedAs,
): boolean {
  const made = { madeAt: at, madeById: by.id, madeByName: by.name, role, organisation };
  const { changes } = orm
    .insert(trendMarks)
    .values({ ...mark, ...made })
    .onConflictDoNothing()
    .run();
  return changes === 1;
}

export function takeBackTrendMark(
  orm: BetterSQLite3Database,
  { id: markId, takenBack }: TrendMark,
  { commandId, role, organisation }: ActedAs & { commandId: string },
): boolean {
  if (takenBack === null) throw new Error('A mark that is taken back says by whom');
  const { by, at: takenBackAt, reason } = takenBack;
  const who = { takenBackById: by.id, takenBackByName: by.name, role, organisation };
  const { changes } = orm
    .insert(trendMarksTakenBack)
    .values({ markId, commandId, reason, takenBackAt, ...who })
    .onConflictDoNothing()
    .run();
  return changes === 1;
}

function isMeasure(text: string): text is TrendMeasure {
  return Object.hasOwn(TREND_MEASURES, text);
}
