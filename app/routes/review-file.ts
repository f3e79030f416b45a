import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { fileResponse } from '../reports/file-response.ts';
import { readReviewFile, reviewPreparingPath } from '../review/review-links.ts';
import { signInPath } from '../sign-in-path.ts';

/** The long stays as a file to take away; a page says how far it is where that takes longer. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const wanted = readReviewFile(request);
  const reading = await services.longStayFiles.take(signedIn.actor, wanted);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  if (reading.state === 'working') throw redirect(reviewPreparingPath(wanted), 303);
  return fileResponse(reading.answer);
}
