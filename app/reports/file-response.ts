import type { ReportFile } from '../../domain/reports/report-answer.ts';

/** A file to take away. */
export function fileResponse({ name, type, body }: ReportFile): Response {
  return new Response(Buffer.from(body), {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  });
}
