import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { readReturnWhich } from '../../domain/reports/return-versions.ts';
import { fileResponse } from '../reports/file-response.ts';
import { signInPath } from '../sign-in-path.ts';

/** A return as it was signed, as the national file has it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const params = new URL(request.url).searchParams;
  const which = readReturnWhich(params, services.clock.today());
  const version = Number(params.get('version'));
  const file = await services.reports.returns.file(signedIn.actor, { ...which, version });
  if ('ok' in file) throw new Response(null, { status: REFUSAL_STATUS[file.code] });
  return fileResponse(file);
}
