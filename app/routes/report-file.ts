import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { fileResponse } from '../reports/file-response.ts';
import { preparingPath } from '../reports/report-links.ts';
import { readWantedFile } from '../reports/wanted-file.ts';
import { signInPath } from '../sign-in-path.ts';

/** A report as a file to take away; a page says how far it is where that takes longer. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { question, wanted } = readWantedFile(request, services.clock);
  const reading = await services.reports.file(signedIn.actor, question, wanted);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  if (reading.state === 'working') throw redirect(preparingPath(question, wanted), 303);
  return fileResponse(reading.answer);
}
