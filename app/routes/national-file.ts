import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { readNationalWanted } from '../reports/asked-national.ts';
import { fileResponse } from '../reports/file-response.ts';
import { nationalPreparingPath } from '../reports/report-links.ts';
import { signInPath } from '../sign-in-path.ts';

/** A month beside the national figures, as a file to take away. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const wanted = readNationalWanted(request, services.clock);
  const reading = await services.reports.national.file(signedIn.actor, wanted);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  if (reading.state === 'working') throw redirect(nationalPreparingPath(wanted), 303);
  return fileResponse(reading.answer);
}
