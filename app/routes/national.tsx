import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { addMonths, formatMonth, isMonth, monthOf } from '../../domain/reports/months.ts';
import { formatInstant } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { FailureSummary } from '../components/failure-summary.tsx';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { NationalComparisonOf } from '../reports/national-comparison.tsx';
import { NationalFileFacts } from '../reports/national-file-facts.tsx';
import { NationalForm, nationalFieldId } from '../reports/national-form.tsx';
import { MonthSelect, ReportFilters } from '../reports/report-filters.tsx';
import { ReportFrame } from '../reports/report-frame.tsx';
import { nationalPath, pagePath } from '../reports/report-links.ts';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? 'There is a problem' : 'Beside the national figures'} – Discharge Hub` },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { clock, reports } = services;
  const month = readMonth(new URL(request.url).searchParams.get('month'), clock.today());
  const beside = await reports.national.beside(signedIn.actor, month);
  if (!beside.ok) throw new Response(null, { status: REFUSAL_STATUS[beside.code] });
  const { file, comparison } = beside;
  return {
    month,
    comparison,
    file: file && { ...file, at: formatInstant(file.at, clock.timeZone) },
    today: clock.today(),
    commandId: newId(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const form = await readForm(request);
  if (form === null) return data(NOT_WHOLE, { status: 400 });
  const { file: sent, ...fields } = Object.fromEntries(form);
  const file = sent instanceof File ? sent : null;
  const body = { ...fields, fileName: file?.name ?? '' };
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
  const answer = await services.reports.national.take(signedIn.actor, body, bytes);
  const month = textIn(form, 'month');
  if (answer.ok) throw redirect(nationalPath(month), 303);
  const { message, fields: errors = {} } = answer;
  return data({ message, errors, month }, { status: REFUSAL_STATUS[answer.code] });
}

const CUT_SHORT = 'The file did not arrive whole. Send it again';
const NOT_WHOLE = { message: CUT_SHORT, errors: { file: CUT_SHORT }, month: '' };

/** Null for what only says that it is a form, as when it was cut short on its way. */
async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    // The only way to ask whether a form with a file can be read is to read it.
    return null;
  }
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A month that is over, the last one by default. */
function readMonth(text: string | null, today: string): string {
  const last = addMonths(monthOf(today), -1);
  return text !== null && isMonth(text) && text <= last ? text : last;
}

export default function NationalRoute() {
  const { month, comparison, file, today, commandId } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page width="wide">
      {failure !== undefined && <FailureSummary failure={failure} fieldIdOf={nationalFieldId} />}
      <ReportFrame report="discharges" title={`${formatMonth(month)} beside the national figures`}>
        <p>
          <Link to={`${pagePath('discharges')}?month=${month}`}>
            Discharge ready dates of {formatMonth(month)}
          </Link>
        </p>
        <ReportFilters key={month}>
          <MonthSelect label="Month of discharge" chosen={month} today={today} />
        </ReportFilters>
        {file === null ? (
          <EmptyState title={`No national file of ${formatMonth(month)} yet`}>
            <p>Send the one that NHS England publishes, and its figures stand beside ours.</p>
          </EmptyState>
        ) : (
          <NationalFileFacts file={file} />
        )}
        {comparison.map((one) => (
          <NationalComparisonOf key={one.code} comparison={one} month={month} />
        ))}
        <NationalForm
          key={commandId}
          {...{ month, today, commandId }}
          isAgain={file !== null}
          errors={failure?.errors ?? {}}
        />
      </ReportFrame>
    </Page>
  );
}
