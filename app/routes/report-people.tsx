import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { readFigure } from '../../domain/reports/report-question.ts';
import { formatInstant } from '../../domain/time.ts';
import { Page } from '../components/page.tsx';
import { askedDay } from '../reports/asked-day.ts';
import { PeopleList } from '../reports/people-list.tsx';
import { ReportFrame } from '../reports/report-frame.tsx';
import { peoplePath, reportPath } from '../reports/report-links.ts';
import { ReportWorking } from '../reports/report-working.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Who is behind it – Discharge Hub' },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { clock, reports } = services;
  const params = new URL(request.url).searchParams;
  const behind = readFigure(params, askedDay(params, clock));
  if (behind === null) throw new Response(null, { status: 404 });
  const reading = await reports.people(signedIn.actor, behind);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  const asOf =
    reading.state === 'ready' ? formatInstant(reading.answer.asOf, clock.timeZone) : null;
  const path = peoplePath(behind.question, behind.figure, behind.group);
  return { question: behind.question, reading, asOf, path };
}

/** Stops it. */
export function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const params = new URL(request.url).searchParams;
  const behind = readFigure(params, askedDay(params, services.clock));
  if (behind === null) throw new Response(null, { status: 404 });
  services.reports.cancelPeople(signedIn.actor, behind);
  throw redirect(reportPath(behind.question), 303);
}

export default function ReportPeopleRoute() {
  const { question, reading, asOf, path } = useLoaderData<typeof loader>();
  if (reading.state === 'working') {
    return (
      <Page width="wide">
        <ReportFrame report={question.report} title="Who is behind it">
          <ReportWorking {...reading} path={path} />
        </ReportFrame>
      </Page>
    );
  }
  const { figureName, groupName, total } = reading.answer;
  return (
    <Page width="wide">
      <ReportFrame
        report={question.report}
        asOf={asOf}
        title={[figureName, groupName].filter((name) => name !== '').join(', ')}
      >
        <p className="hub-report__back">
          <Link to={reportPath(question)}>Back to the report</Link>
        </p>
        <p className="hub-quiet">
          {total.toLocaleString('en-GB')} {total === 1 ? 'person' : 'people'}, as of {asOf}. That
          you opened this list is recorded.
        </p>
        <PeopleList answer={reading.answer} />
      </ReportFrame>
    </Page>
  );
}
