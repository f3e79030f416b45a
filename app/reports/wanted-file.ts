import type { FileFormat } from '../../domain/reports/report-answer.ts';
import { FILE_FORMATS } from '../../domain/reports/report-answer.ts';
import type { ReportQuestion } from '../../domain/reports/report-question.ts';
import { REPORTS, readQuestion } from '../../domain/reports/report-question.ts';
import type { Clock } from '../../server/services.ts';
import { askedDay } from './asked-day.ts';

export type WantedFile = {
  question: ReportQuestion;
  wanted: { format: FileFormat; tableId: string | null };
};

/** Which file an address asks for; not found where it names none. */
export function readWantedFile(request: Request, clock: Clock): WantedFile {
  const params = new URL(request.url).searchParams;
  const report = REPORTS.find((name) => name === params.get('report'));
  const format = FILE_FORMATS.find((name) => name === params.get('format'));
  if (report === undefined || format === undefined) throw new Response(null, { status: 404 });
  const question = readQuestion(report, params, askedDay(params, clock));
  return { question, wanted: { format, tableId: params.get('table') } };
}
