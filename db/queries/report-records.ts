import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { providersOf } from '../../domain/reports/places.ts';
import { RETURN_PARTS } from '../../domain/reports/return-versions.ts';
import { inTurn } from '../in-turn.ts';
import type { ReportRecordStore } from '../report-record-store.ts';
import { readReportPlaces } from './report-places.ts';
import { addNationalFile, readNationalFile } from './national-files.ts';
import { readOrganisationAreas } from './organisation-areas.ts';
import { addReturnVersion, readLastReturnVersions, readReturnVersions } from './return-versions.ts';
import { addTrendMark, readTrendMarks, takeBackTrendMark } from './trend-marks.ts';
import { addTrendTarget, readTrendTargets } from './trend-targets.ts';

const PARTS = RETURN_PARTS.length;

/** What people decide about reports, on SQLite. */
export function prepareReportRecords(orm: BetterSQLite3Database): ReportRecordStore {
  return {
    providers: () => inTurn(() => providersOf(readReportPlaces(orm))),

    knownAs: (day) =>
      inTurn(() => {
        const trusts = providersOf(readReportPlaces(orm)).map(({ code }) => code);
        const areas = [...readOrganisationAreas(orm, day).values()];
        const boards = areas.map(({ icb }) => icb);
        return {
          codes: [...new Set([...trusts, ...boards])],
          regions: [...new Set(areas.map(({ region }) => region))],
        };
      }),

    nationalFile: (month) => inTurn(() => readNationalFile(orm, month)),
    addNationalFile: (file, as) => inTurn(() => addNationalFile(orm, file, as)),

    trendMarks: () => inTurn(() => readTrendMarks(orm)),
    addTrendMark: (mark, as) => inTurn(() => addTrendMark(orm, mark, as)),
    takeBackTrendMark: (mark, by) => inTurn(() => takeBackTrendMark(orm, mark, by)),

    trendTargets: () => inTurn(() => readTrendTargets(orm)),
    addTrendTarget: (target, as) => inTurn(() => addTrendTarget(orm, target, as)),

    returnVersions: (which) => inTurn(() => readReturnVersions(orm, which)),
    lastReturnVersions: (limit) => inTurn(() => readLastReturnVersions(orm, { limit })),
    returnsOfDay: (day) => inTurn(() => readLastReturnVersions(orm, { limit: PARTS, day })),
    addReturnVersion: (version) => inTurn(() => addReturnVersion(orm, version)),
  };
}
