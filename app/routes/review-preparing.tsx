import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { Page } from '../components/page.tsx';
import { FileReady } from '../reports/file-ready.tsx';
import { ReportWorking } from '../reports/report-working.tsx';
import {
  readReviewFile,
  reviewFilePath,
  reviewPath,
  reviewPreparingPath,
} from '../review/review-links.ts';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? 'There is a problem' : 'A file to take away'} – Discharge Hub` },
];

/** A file of long stays while it is being made, and then the way to it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const wanted = readReviewFile(request);
  const reading = await services.longStayFiles.prepare(signedIn.actor, wanted);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  return { wanted, reading };
}

/** Stops it. */
export function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const wanted = readReviewFile(request);
  services.longStayFiles.cancel(signedIn.actor, wanted);
  throw redirect(reviewPath(wanted.band), 303);
}

export default function ReviewPreparingRoute() {
  const { wanted, reading } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <h1 className="nhsuk-heading-l">Long stays: a file</h1>
      {reading.state === 'working' ? (
        <ReportWorking {...reading} path={reviewPreparingPath(wanted)} />
      ) : (
        <FileReady path={reviewFilePath(wanted)} name={reading.answer.name} />
      )}
      <p>
        <Link to={reviewPath(wanted.band)}>Back to the long stays</Link>
      </p>
    </Page>
  );
}
