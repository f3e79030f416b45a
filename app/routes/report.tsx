import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import type { ReportAnswer } from '../../domain/reports/report-answer.ts';
import type { ReportName, ReportQuestion } from '../../domain/reports/report-question.ts';
import { REPORTS, REPORT_NAMES, readQuestion } from '../../domain/reports/report-question.ts';
import { RECORDED_NAMES } from '../../domain/reports/recorded-moment.ts';
import { formatInstant } from '../../domain/time.ts';
import { momentInWords } from '../../domain/past/past-moment.ts';
import { askedMoment } from '../past/asked-moment.ts';
import { MomentProblem, RecordedFields } from '../past/moment-form.tsx';
import { DateField } from '../components/date-field.tsx';
import { Page } from '../components/page.tsx';
import { askedDay } from '../reports/asked-day.ts';
import { DischargesReport } from '../reports/discharges-report.tsx';
import { EquityFilters } from '../reports/equity-filters.tsx';
import { EquityReport } from '../reports/equity-report.tsx';
import { NowReport } from '../reports/now-report.tsx';
import {
  GroupingSelect,
  MonthSelect,
  PopulationSelect,
  ReportFilters,
} from '../reports/report-filters.tsx';
import { ReportFiles, ReportFrame } from '../reports/report-frame.tsx';
import { filePath, nationalPath, reportPath } from '../reports/report-links.ts';
import { RecordedNote } from '../reports/recorded-note.tsx';
import { ReportWorking } from '../reports/report-working.tsx';
import { ReturnStandings } from '../reports/return-standings.tsx';
import { SituationReport } from '../reports/situation-report.tsx';
import { TrendFilters } from '../reports/trend-filters.tsx';
import { TrendsReport } from '../reports/trends-report.tsx';
import { WhyReport } from '../reports/why-report.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? REPORT_NAMES[data.question.report] : 'There is a problem'} – Discharge Hub` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { clock, reports } = services;
  const url = new URL(request.url);
  const where = { now: clock.now(), timeZone: clock.timeZone };
  const { form } = askedMoment(url, where, RECORDED_NAMES);
  const today = askedDay(url.searchParams, clock);
  const question = readQuestion(nameOf(params.report), url.searchParams, today);
  const reading = await reports.read(signedIn.actor, question);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  const asOf =
    reading.state === 'ready' ? formatInstant(reading.answer.asOf, clock.timeZone) : null;
  const returns =
    question.report === 'situation'
      ? await reports.returns.ofDay(signedIn.actor, question.day)
      : null;
  const { recorded } = question;
  const recordedWords = recorded === null ? null : momentInWords(recorded, clock.timeZone);
  return { question, reading, asOf, today, form, recordedWords, returns };
}

/** Stops a report that is being worked out. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const { searchParams } = new URL(request.url);
  const today = askedDay(searchParams, services.clock);
  const question = readQuestion(nameOf(params.report), searchParams, today);
  await services.reports.cancel(signedIn.actor, question);
  throw redirect('/reports', 303);
}

function nameOf(segment: string | undefined): ReportName {
  const name = REPORTS.find((report) => report === (segment ?? 'now'));
  if (name === undefined) throw new Response(null, { status: 404 });
  return name;
}

export default function ReportRoute() {
  const { question, reading, asOf, today, form, recordedWords, returns } =
    useLoaderData<typeof loader>();
  const recordedPath = (recorded: string | null) => reportPath({ ...question, recorded });
  return (
    <Page width="wide">
      <ReportFrame report={question.report} title={REPORT_NAMES[question.report]} asOf={asOf}>
        <MomentProblem form={form} names={RECORDED_NAMES} pathAt={recordedPath} />
        {/* Fields show what is asked, also after going back. */}
        <ReportFilters key={reportPath(question)}>
          <Choices
            question={question}
            today={today}
            answer={reading.state === 'ready' ? reading.answer : null}
          />
          <RecordedFields form={form} />
        </ReportFilters>
        {recordedWords !== null && (
          <RecordedNote
            words={recordedWords}
            changed={reading.state === 'ready' ? (reading.answer.changedFigures ?? null) : null}
            nowPath={recordedPath(null)}
          />
        )}
        {reading.state === 'working' ? (
          <ReportWorking {...reading} path={reportPath(question)} />
        ) : (
          <>
            <ReportFiles
              question={question}
              asOf={asOf ?? ''}
              providers={reading.answer.trend?.providers ?? []}
            >
              {question.report === 'discharges' && (
                <li>
                  <Link to={nationalPath(question.month)}>Beside the national figures</Link>
                </li>
              )}
              {question.report === 'situation' && (
                <li>
                  <a href={filePath(question, 'national')} download>
                    National file, not signed (CSV)
                  </a>
                </li>
              )}
            </ReportFiles>
            {question.report === 'situation' && returns !== null && (
              <ReturnStandings day={question.day} {...{ returns, today }} />
            )}
            <Answer question={question} answer={reading.answer} today={today} />
          </>
        )}
      </ReportFrame>
    </Page>
  );
}

type ChoicesProps = { question: ReportQuestion; answer: ReportAnswer | null; today: string };

function Choices({ question, answer, today }: ChoicesProps) {
  switch (question.report) {
    case 'now':
      return (
        <>
          <GroupingSelect chosen={question.by} />
          <PopulationSelect chosen={question.population} />
        </>
      );
    case 'equity':
      return <EquityFilters question={question} today={today} />;
    case 'why':
      return (
        <>
          <MonthSelect label="Month" chosen={question.month} today={today} />
          <PopulationSelect chosen={question.population} />
        </>
      );
    case 'discharges':
      return (
        <>
          <MonthSelect label="Month of discharge" chosen={question.month} today={today} />
          <GroupingSelect chosen={question.by} />
          <PopulationSelect chosen={question.population} />
        </>
      );
    case 'situation':
      return (
        <>
          <DateField id="day" name="day" label="Day" max={today} defaultValue={question.day} />
          <PopulationSelect chosen={question.population} />
        </>
      );
    case 'trends':
      return <TrendFilters question={question} providers={answer?.trend?.providers ?? []} />;
    default:
      return question satisfies never;
  }
}

type AnswerProps = { question: ReportQuestion; answer: ReportAnswer; today: string };

function Answer({ question, answer, today }: AnswerProps) {
  switch (question.report) {
    case 'now':
      return <NowReport answer={answer} question={question} />;
    case 'discharges':
      return <DischargesReport answer={answer} question={question} />;
    case 'situation':
      return <SituationReport answer={answer} question={question} today={today} />;
    case 'trends':
      return <TrendsReport answer={answer} question={question} />;
    case 'equity':
      return <EquityReport answer={answer} question={question} />;
    case 'why':
      return <WhyReport answer={answer} question={question} />;
    default:
      return question satisfies never;
  }
}
