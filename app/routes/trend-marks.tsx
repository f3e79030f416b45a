import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { readQuestion } from '../../domain/reports/report-question.ts';
import { TREND_MEASURE_DEFINITIONS } from '../../domain/reports/trend-measures.ts';
import { formatInstant } from '../../domain/time.ts';
import { FailureSummary } from '../components/failure-summary.tsx';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { ReportFrame } from '../reports/report-frame.tsx';
import { reportPath } from '../reports/report-links.ts';
import { TrendMarkForm, fieldId } from '../reports/trend-mark-form.tsx';
import { TrendTargetForm, targetFieldId } from '../reports/trend-target-form.tsx';
import { TrendTargetRows } from '../reports/trend-target-rows.tsx';
import { TrendMarkRows } from '../reports/trend-mark-rows.tsx';
import { valuesOfForm } from '../spell/form-values.ts';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? 'There is a problem' : 'Marks and target of a trend'} – Discharge Hub` },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { clock, reports } = services;
  const all = await reports.marks.all(signedIn.actor);
  if (all === null) throw new Response(null, { status: 403 });
  const question = readQuestion('trends', new URL(request.url).searchParams, clock.today());
  if (question.report !== 'trends') throw new Response(null, { status: 404 });
  const marks = all.marks
    .filter(({ measure }) => measure === question.measure)
    .sort((a, b) => (a.day > b.day ? -1 : 1))
    .map((mark) => ({
      ...mark,
      at: formatInstant(mark.at, clock.timeZone),
      takenBack: mark.takenBack && {
        ...mark.takenBack,
        at: formatInstant(mark.takenBack.at, clock.timeZone),
      },
      commandId: newId(),
    }));
  const { measure, provider } = question;
  const targets = ((await reports.targets.all(signedIn.actor)) ?? [])
    .filter((target) => target.measure === measure && target.provider === provider)
    .map((target) => ({ ...target, at: formatInstant(target.at, clock.timeZone) }))
    .reverse();
  return {
    ...{ question, marks, targets, providers: all.providers, today: clock.today() },
    ...{ commandId: newId(), targetCommandId: newId() },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const form = await request.formData();
  const body = Object.fromEntries(form);
  const { marks, targets } = services.reports;
  const answer =
    body['type'] === 'SetTrendTarget'
      ? await targets.set(signedIn.actor, body)
      : await marks.change(signedIn.actor, body);
  if (answer.ok) throw redirect(new URL(request.url).pathname + new URL(request.url).search, 303);
  const { message, fields = {} } = answer;
  const failure = { values: valuesOfForm(form), errors: fields, message };
  return data(failure, { status: REFUSAL_STATUS[answer.code] });
}

export default function TrendMarksRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { question, marks, targets, providers, today, commandId, targetCommandId } = loaded;
  const failure = useActionData<typeof action>();
  const { name, kind } = TREND_MEASURE_DEFINITIONS[question.measure];
  const isNew = failure?.values['type']?.[0] === 'MarkTrend';
  const isTarget = failure?.values['type']?.[0] === 'SetTrendTarget';
  const trust = providers.find(({ id }) => id === question.provider);
  return (
    <Page width="wide">
      {failure !== undefined && (
        <FailureSummary failure={failure} fieldIdOf={isTarget ? targetFieldId : fieldId} />
      )}
      <ReportFrame report="trends" title={`Marks and target of the trend: ${name}`}>
        <p className="hub-report__back">
          <Link to={reportPath(question)}>Back to the trend</Link>
        </p>
        <TrendMarkForm
          key={commandId}
          {...{ commandId, question, providers, today }}
          values={isNew ? failure.values : {}}
          errors={isNew ? failure.errors : {}}
        />
        <TrendMarkRows {...{ marks, providers }} />
        <TrendTargetForm
          key={targetCommandId}
          commandId={targetCommandId}
          measure={question.measure}
          provider={question.provider}
          placeName={trust?.name ?? 'all trusts together'}
          target={targets[0] ?? null}
          values={isTarget ? failure.values : {}}
          errors={isTarget ? failure.errors : {}}
        />
        <TrendTargetRows targets={targets} isShare={kind === 'share'} />
      </ReportFrame>
    </Page>
  );
}
