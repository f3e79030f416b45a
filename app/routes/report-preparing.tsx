import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { REPORT_NAMES } from '../../domain/reports/report-question.ts';
import { Page } from '../components/page.tsx';
import { FileReady } from '../reports/file-ready.tsx';
import { readWantedFile } from '../reports/wanted-file.ts';
import { ReportFrame } from '../reports/report-frame.tsx';
import { filePath, preparingPath, reportPath } from '../reports/report-links.ts';
import { ReportWorking } from '../reports/report-working.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? 'There is a problem' : 'A file to take away'} – Discharge Hub` },
];

/** A large file while it is being made, and then the way to it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { question, wanted } = readWantedFile(request, services.clock);
  const reading = await services.reports.prepareFile(signedIn.actor, question, wanted);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  return { question, wanted, reading };
}

/** Stops it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const { question, wanted } = readWantedFile(request, services.clock);
  await services.reports.cancelFile(signedIn.actor, question, wanted);
  throw redirect(reportPath(question), 303);
}

export default function ReportPreparingRoute() {
  const { question, wanted, reading } = useLoaderData<typeof loader>();
  const file = filePath(question, wanted.format, wanted.tableId ?? undefined);
  return (
    <Page width="wide">
      <ReportFrame report={question.report} title={`${REPORT_NAMES[question.report]}: a file`}>
        {reading.state === 'working' ? (
          <ReportWorking {...reading} path={preparingPath(question, wanted)} />
        ) : (
          <FileReady path={file} name={reading.answer.name} />
        )}
        <p className="hub-report__back">
          <Link to={reportPath(question)}>Back to the report</Link>
        </p>
      </ReportFrame>
    </Page>
  );
}
