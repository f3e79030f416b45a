import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { momentInWords } from '../../domain/past/past-moment.ts';
import { formatMonth } from '../../domain/reports/months.ts';
import { RECORDED_NAMES } from '../../domain/reports/recorded-moment.ts';
import { formatInstant } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { FailureSummary } from '../components/failure-summary.tsx';
import { Page } from '../components/page.tsx';
import type { NationalWhich } from '../../server/reports/national-services.ts';
import { newId } from '../new-id.ts';
import { askedMoment } from '../past/asked-moment.ts';
import { MomentProblem, RecordedFields } from '../past/moment-form.tsx';
import { readNationalWhich } from '../reports/asked-national.ts';
import { NationalComparisonOf } from '../reports/national-comparison.tsx';
import { NationalFileFacts } from '../reports/national-file-facts.tsx';
import { NationalForm, nationalFieldId } from '../reports/national-form.tsx';
import { MonthSelect, ReportFilters } from '../reports/report-filters.tsx';
import { NationalPlaces } from '../reports/national-places.tsx';
import { RecordedNote } from '../reports/recorded-note.tsx';
import { ReportFrame } from '../reports/report-frame.tsx';
import { ReportWorking } from '../reports/report-working.tsx';
import { nationalFilePath, nationalPath, pagePath } from '../reports/report-links.ts';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? 'There is a problem' : 'Beside the national figures'} – Discharge Hub` },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { clock, reports } = services;
  const url = new URL(request.url);
  const where = { now: clock.now(), timeZone: clock.timeZone };
  const { form } = askedMoment(url, where, RECORDED_NAMES);
  const which = readNationalWhich(url.searchParams, clock);
  const reading = await reports.national.beside(signedIn.actor, which);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  const { recorded } = which;
  const asked = {
    ...{ ...which, form },
    recordedWords: recorded === null ? null : momentInWords(recorded, clock.timeZone),
    today: clock.today(),
    commandId: newId(),
  };
  if (reading.state === 'working') return { ...asked, reading, read: null };
  const { file, comparison } = reading.answer;
  const sent = file && { ...file, at: formatInstant(file.at, clock.timeZone) };
  return { ...asked, reading: null, read: { comparison, file: sent } };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const form = await readForm(request);
  if (form === null) return data(NOT_WHOLE, { status: 400 });
  if (form.get('intent') === 'stop') {
    const which = readNationalWhich(new URL(request.url).searchParams, services.clock);
    services.reports.national.cancel(signedIn.actor, which);
    throw redirect(`${pagePath('discharges')}?month=${which.month}`, 303);
  }
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

export default function NationalRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { month, recorded, form, recordedWords, reading, read, today, commandId } = loaded;
  const failure = useActionData<typeof action>();
  const pathAt = (moment: string | null) => nationalPath(month, moment);
  return (
    <Page width="wide">
      {failure !== undefined && <FailureSummary failure={failure} fieldIdOf={nationalFieldId} />}
      <ReportFrame report="discharges" title={`${formatMonth(month)} beside the national figures`}>
        <MomentProblem form={form} names={RECORDED_NAMES} pathAt={pathAt} />
        <p className="hub-report__back">
          <Link to={`${pagePath('discharges')}?month=${month}`}>
            Discharge ready dates of {formatMonth(month)}
          </Link>
        </p>
        <ReportFilters key={pathAt(recorded)}>
          <MonthSelect label="Month of discharge" chosen={month} today={today} />
          <RecordedFields form={form} />
        </ReportFilters>
        {recordedWords !== null && (
          <RecordedNote words={recordedWords} changed={null} nowPath={pathAt(null)}>
            That is true of ours; the national file is the one that was sent last.
          </RecordedNote>
        )}
        {reading !== null && <ReportWorking {...reading} path={pathAt(recorded)} />}
        {read !== null && <Beside {...{ month, recorded, ...read }} />}
        <NationalForm
          key={commandId}
          {...{ month, today, commandId }}
          isAgain={read !== null && read.file !== null}
          errors={failure?.errors ?? {}}
        />
      </ReportFrame>
    </Page>
  );
}

type Read = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['read']>;

function Beside({ month, recorded, file, comparison }: Read & NationalWhich) {
  if (file === null) {
    return (
      <EmptyState title={`No national file of ${formatMonth(month)} yet`}>
        <p>Send the one that NHS England publishes, and its figures stand beside ours.</p>
      </EmptyState>
    );
  }
  // Of England and its regions we have no figures of our own.
  const ours = comparison.filter(({ measures }) => measures.some((each) => each.ours !== null));
  return (
    <>
      <NationalFileFacts file={file} />
      <ul className="hub-lines hub-cluster hub-report__downloads hub-report__downloads--apart">
        {(['xlsx', 'csv'] as const).map((format) => (
          <li key={format}>
            <a href={nationalFilePath({ month, recorded, format })} download>
              {format === 'xlsx' ? 'Excel file' : 'CSV'}
            </a>
          </li>
        ))}
      </ul>
      <NationalPlaces comparison={comparison} />
      {ours.map((one) => (
        <NationalComparisonOf key={one.code} comparison={one} month={month} />
      ))}
    </>
  );
}
