import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { FILE_FORMATS } from '../../domain/reports/report-answer.ts';
import { REPORTS, readQuestion } from '../../domain/reports/report-question.ts';
import { fileResponse } from '../reports/file-response.ts';
import { signInPath } from '../spell/sign-in-path.ts';

/** A report as a file to take away. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const params = new URL(request.url).searchParams;
  const report = REPORTS.find((name) => name === params.get('report'));
  const format = FILE_FORMATS.find((name) => name === params.get('format'));
  if (report === undefined || format === undefined) throw new Response(null, { status: 404 });
  const question = readQuestion(report, params, services.clock.today());
  const wanted = { format, tableId: params.get('table') };
  const file = await services.reports.file(signedIn.actor, question, wanted);
  if ('ok' in file) throw new Response(null, { status: REFUSAL_STATUS[file.code] });
  return fileResponse(file);
}
