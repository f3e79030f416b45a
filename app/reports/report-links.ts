import type { ReportQuestion } from '../../domain/reports/report-question.ts';
import { paramsOf } from '../../domain/reports/report-question.ts';
import type { FileFormat } from '../../domain/reports/report-answer.ts';

/** The address of a report. */
export function reportPath(question: ReportQuestion): string {
  return `${pagePath(question.report)}?${paramsOf(question).toString()}`;
}

export function pagePath(report: ReportQuestion['report']): string {
  return report === 'now' ? '/reports' : `/reports/${report}`;
}

/** The people behind one figure of a report. */
export function peoplePath(question: ReportQuestion, figure: string, group: string): string {
  const params = paramsOf(question);
  params.set('report', question.report);
  params.set('figure', figure);
  params.set('group', group);
  return `/reports/people?${params.toString()}`;
}

/** One stay day by day: whom the person waited for. */
export function stayPath(question: ReportQuestion, spellId: string): string {
  const params = paramsOf(question);
  params.set('spell', spellId);
  return `/reports/why/stay?${params.toString()}`;
}

/** Where what people know of a trend is marked. */
export function marksPath(question: ReportQuestion): string {
  return `/reports/trends/marks?${paramsOf(question).toString()}`;
}

/** A month beside the national file. */
export function nationalPath(month: string, recorded: string | null = null): string {
  const params = new URLSearchParams({ month, ...(recorded === null ? {} : { recorded }) });
  return `/reports/discharges/national?${params.toString()}`;
}

type NationalWanted = { month: string; recorded: string | null; format: 'csv' | 'xlsx' };

export function nationalFilePath({ month, recorded, format }: NationalWanted): string {
  return `${nationalPath(month, recorded).replace('?', '/file?')}&format=${format}`;
}

export function nationalPreparingPath(wanted: NationalWanted): string {
  return nationalFilePath(wanted).replace('/file?', '/file/preparing?');
}

/** Where a file that takes a while is waited for. */
export function preparingPath(
  question: ReportQuestion,
  { format, tableId }: { format: FileFormat; tableId: string | null },
): string {
  return filePath(question, format, tableId ?? undefined).replace('/file?', '/file/preparing?');
}

export function filePath(question: ReportQuestion, format: FileFormat, tableId?: string): string {
  const params = paramsOf(question);
  params.set('report', question.report);
  params.set('format', format);
  if (tableId !== undefined) params.set('table', tableId);
  return `/reports/file?${params.toString()}`;
}
