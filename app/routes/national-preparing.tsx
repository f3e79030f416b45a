import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { Page } from '../components/page.tsx';
import { readNationalWanted } from '../reports/asked-national.ts';
import { FileReady } from '../reports/file-ready.tsx';
import { ReportFrame } from '../reports/report-frame.tsx';
import { nationalFilePath, nationalPath, nationalPreparingPath } from '../reports/report-links.ts';
import { ReportWorking } from '../reports/report-working.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? 'There is a problem' : 'A file to take away'} – Discharge Hub` },
];

/** The file while it is being made, and then the way to it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const wanted = readNationalWanted(request, services.clock);
  const reading = await services.reports.national.prepareFile(signedIn.actor, wanted);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  return { wanted, reading };
}

/** Stops it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const wanted = readNationalWanted(request, services.clock);
  await services.reports.national.cancelFile(signedIn.actor, wanted);
  throw redirect(nationalPath(wanted.month, wanted.recorded), 303);
}

export default function NationalPreparingRoute() {
  const { wanted, reading } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <ReportFrame report="discharges" title="Beside the national figures: a file">
        {reading.state === 'working' ? (
          <ReportWorking {...reading} path={nationalPreparingPath(wanted)} />
        ) : (
          <FileReady path={nationalFilePath(wanted)} name={reading.answer.name} />
        )}
        <p className="hub-report__back">
          <Link to={nationalPath(wanted.month, wanted.recorded)}>Back to the comparison</Link>
        </p>
      </ReportFrame>
    </Page>
  );
}
