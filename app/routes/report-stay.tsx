import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import { readQuestion } from '../../domain/reports/report-question.ts';
import { waitSpans, waitsInWords, waitsTable } from '../../domain/reports/stay-waits.ts';
import { formatBirthDate, formatDay, formatInstant } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { askedDay } from '../reports/asked-day.ts';
import { ReportFrame } from '../reports/report-frame.tsx';
import { reportPath, stayPath } from '../reports/report-links.ts';
import { ReportWorking } from '../reports/report-working.tsx';
import { WaitChart } from '../reports/wait-chart.tsx';
import { WaitsTable } from '../reports/waits-table.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  {
    title: `${error ? 'There is a problem' : 'Where the bed days went'} – Discharge Hub`,
  },
];

/** One person's days of delay: whom they waited for. That it was looked at is recorded. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { clock, reports } = services;
  const params = new URL(request.url).searchParams;
  const question = readQuestion('why', params, askedDay(params, clock));
  const spellId = params.get('spell') ?? '';
  const reading = await reports.stay(signedIn.actor, spellId, question.recorded);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  const asOf =
    reading.state === 'ready' ? formatInstant(reading.answer.asOf, clock.timeZone) : null;
  return { question, spellId, reading, asOf };
}

/** Stops it. */
export function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const params = new URL(request.url).searchParams;
  const question = readQuestion('why', params, askedDay(params, services.clock));
  services.reports.cancelStay(signedIn.actor, params.get('spell') ?? '', question.recorded);
  throw redirect(reportPath(question), 303);
}

export default function ReportStayRoute() {
  const { question, spellId, reading, asOf } = useLoaderData<typeof loader>();
  if (reading.state === 'working') {
    return (
      <Page width="wide">
        <ReportFrame report="why" title="Where the bed days went">
          <ReportWorking {...reading} path={stayPath(question, spellId)} />
        </ReportFrame>
      </Page>
    );
  }
  const { name, dateOfBirth, nhsNumber, ward, days, ...stay } = reading.answer;
  return (
    <Page width="wide">
      <ReportFrame report="why" title={`Where the bed days went: ${name}`}>
        <p className="hub-report__back">
          <Link to={reportPath(question)}>Back to the report</Link>
        </p>
        <p className="hub-report__lead">
          Born {formatBirthDate(dateOfBirth)}, NHS number{' '}
          {nhsNumber === null ? 'not known' : formatNhsNumber(nhsNumber)}.{' '}
          <Link to={`/spells/${encodeURIComponent(stay.spellId)}`}>The plan</Link>. {ward}; admitted{' '}
          {formatDay(stay.admittedOn)}
          {stay.dischargedOn !== null && `, discharged ${formatDay(stay.dischargedOn)}`}.
        </p>
        {days.length === 0 ? (
          <EmptyState title="No days of delay">
            <p>No day has ended on which this person was here without criteria to reside.</p>
          </EmptyState>
        ) : (
          <>
            <p className="hub-report__lead">
              {days.length} {days.length === 1 ? 'day' : 'days'} of delay until yesterday or the
              discharge. Waited for: {waitsInWords(days)}.
            </p>
            <WaitChart days={days} />
            <WaitsTable table={waitsTable(waitSpans(days))} />
          </>
        )}
        <p className="hub-quiet">As of {asOf}. That you opened this page is recorded.</p>
      </ReportFrame>
    </Page>
  );
}
