import type Database from 'better-sqlite3';
import { reportReader } from '../../db/report-reader.ts';
import { answerRequest } from '../../server/reports/answer-request.ts';
import type { ReportEngine } from '../../server/reports/report-request.ts';
import { Cancelled } from '../../server/reports/report-request.ts';

/** Reports worked out here and now, as a database in memory has no other thread. */
export function inlineReports(db: Database.Database): ReportEngine {
  const reader = reportReader(db);
  return {
    run: (request, onProgress, signal) =>
      answerRequest(reader, request, (done, of) => {
        if (signal.aborted) throw new Cancelled();
        onProgress(done, of);
      }),
    close: async () => {},
  };
}
