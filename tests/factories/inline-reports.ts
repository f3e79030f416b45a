import Database from 'better-sqlite3';
import type { ReportSources } from '../../db/past/past-reader.ts';
import { pastReader } from '../../db/past/past-reader.ts';
import { reportReader } from '../../db/report-reader.ts';
import { answerRequest } from '../../server/reports/answer-request.ts';
import type { ReportEngine } from '../../server/reports/report-request.ts';
import { Cancelled } from '../../server/reports/report-request.ts';

/** Reports worked out here and now, as a database in memory has no other thread. */
export function inlineReports(db: Database.Database): ReportEngine {
  const sources = inlineSources(db);
  return {
    run: (request, onProgress, signal) =>
      answerRequest(sources, request, (done, of) => {
        if (signal.aborted) throw new Cancelled();
        onProgress(done, of);
      }),
    close: async () => {},
  };
}

/** The present of a database in memory, and its past, on copies of it. */
export function inlineSources(db: Database.Database): ReportSources {
  return {
    now: reportReader(db),
    goBack: (at, progress) => pastReader(new Database(db.serialize()), at, progress),
  };
}
