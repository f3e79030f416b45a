import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { providersOf } from '../../domain/reports/places.ts';
import { inTurn } from '../in-turn.ts';
import type { ReportRecordStore } from '../report-record-store.ts';
import { readReportPlaces } from './report-places.ts';
import { addReturnVersion, readLastReturnVersions, readReturnVersions } from './return-versions.ts';
import { addTrendMark, readTrendMarks, takeBackTrendMark } from './trend-marks.ts';

/** What people decide about reports, on SQLite. */
export function prepareReportRecords(
  db: Database.Database,
  orm: BetterSQLite3Database,
): ReportRecordStore {
  return {
    providers: () => inTurn(() => providersOf(readReportPlaces(orm))),

    trendMarks: () => inTurn(() => readTrendMarks(orm)),
    addTrendMark: (mark, as) => inTurn(() => addTrendMark(orm, mark, as)),
    takeBackTrendMark: (mark, by) => inTurn(() => takeBackTrendMark(orm, mark, by)),

    returnVersions: (which) => inTurn(() => readReturnVersions(orm, which)),
    lastReturnVersions: (limit) =>
      inTurn(() => db.transaction(() => readLastReturnVersions(orm, limit)).deferred()),
    addReturnVersion: (version) => inTurn(() => addReturnVersion(orm, version)),
  };
}
