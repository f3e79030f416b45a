import type {
  ActionFunctionArgs,
  AppLoadContext,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { figuresSeen } from '../../domain/reports/return-content.ts';
import { momentInWords } from '../../domain/past/past-moment.ts';
import { RECORDED_NAMES } from '../../domain/reports/recorded-moment.ts';
import type { ReturnWhich } from '../../domain/reports/return-versions.ts';
import { RETURN_PART_NAMES, readReturnWhich } from '../../domain/reports/return-versions.ts';
import { formatDayLong, formatInstant } from '../../domain/time.ts';
import { FailureSummary } from '../components/failure-summary.tsx';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { askedMoment } from '../past/asked-moment.ts';
import { MomentProblem, RecordedFields } from '../past/moment-form.tsx';
import { askedDay } from '../reports/asked-day.ts';
import { RecordedNote } from '../reports/recorded-note.tsx';
import { ReportFilters } from '../reports/report-filters.tsx';
import { ReportWorking } from '../reports/report-working.tsx';
import { ReportFrame } from '../reports/report-frame.tsx';
import { ReturnChanges } from '../reports/return-changes.tsx';
import { ReturnFigures } from '../reports/return-figures.tsx';
import { ReturnForm, returnFieldId } from '../reports/return-form.tsx';
import { RETURNS_PATH, returnPath, situationPath } from '../reports/return-links.ts';
import { ReturnVersions } from '../reports/return-versions.tsx';
import { valuesOfForm } from '../spell/form-values.ts';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: `${loaded ? RETURN_PART_NAMES[loaded.which.part] : 'There is a problem'} – Discharge Hub`,
  },
];

/** One return: what would be signed, what was, and what differs. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { clock, reports } = services;
  const params = new URL(request.url).searchParams;
  const where = { now: clock.now(), timeZone: clock.timeZone };
  const { at: recorded, form } = askedMoment(new URL(request.url), where, RECORDED_NAMES);
  const which = readReturnWhich(params, askedDay(params, clock));
  const withNames = params.get('names') === 'yes';
  const wanted = { withNames, recorded };
  const reading = await reports.returns.read(signedIn.actor, which, wanted);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  const inWords = (instant: string) => formatInstant(instant, clock.timeZone);
  const asked = {
    ...{ which, recorded, form },
    recordedWords: recorded === null ? null : momentInWords(recorded, clock.timeZone),
  };
  if (reading.state === 'working') return { ...asked, reading, read: null };
  const { current, versions, changed, comparison, people } = reading.answer;
  const read = {
    ...{ changed, comparison, people },
    isOver: which.day < clock.today(),
    asOf: inWords(current.asOf),
    rows: current.rows,
    seenFigures: figuresSeen(current),
    toMend: new Set(current.toMend.map(({ spellId }) => spellId)).size,
    versions: versions.map(({ content: _kept, ...version }) => ({
      ...version,
      at: inWords(version.at),
    })),
    commandId: newId(),
  };
  return { ...asked, reading: null, read };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const form = await request.formData();
  if (form.get('intent') === 'stop') throw stop(context, request);
  const answer = await services.reports.returns.change(signedIn.actor, Object.fromEntries(form));
  const { pathname, search } = new URL(request.url);
  if (answer.ok) throw redirect(pathname + search, 303);
  const { message, fields = {} } = answer;
  // Its day stands in the address: there is no field to lead to.
  const { day: _day, ...errors } = fields;
  const failure = { values: valuesOfForm(form), errors, message };
  return data(failure, { status: REFUSAL_STATUS[answer.code] });
}

/** Gives it up. */
function stop({ services, signedIn }: AppLoadContext, request: Request): Response {
  const params = new URL(request.url).searchParams;
  const which = readReturnWhich(params, askedDay(params, services.clock));
  const recorded = params.get(RECORDED_NAMES.at);
  if (signedIn) services.reports.returns.cancel(signedIn.actor, which, recorded);
  return redirect(situationPath(which.day), 303);
}

export default function ReturnRoute() {
  const { which, recorded, form, recordedWords, reading, read } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const pathAt = (moment: string | null) => returnPath(which, moment);
  return (
    <Page width="wide">
      {failure !== undefined && <FailureSummary failure={failure} fieldIdOf={returnFieldId} />}
      <ReportFrame
        report="situation"
        asOf={read?.asOf ?? null}
        title={`${RETURN_PART_NAMES[which.part]}, ${formatDayLong(which.day)}`}
      >
        <MomentProblem form={form} names={RECORDED_NAMES} pathAt={pathAt} />
        <ul className="hub-lines hub-cluster hub-return-links">
          <li>
            <Link to={situationPath(which.day)}>Situation report of the day</Link>
          </li>
          <li>
            <Link to={RETURNS_PATH}>All signed returns</Link>
          </li>
        </ul>
        <ReportFilters key={pathAt(recorded)}>
          <input type="hidden" name="part" value={which.part} />
          <input type="hidden" name="day" value={which.day} />
          <RecordedFields form={form} />
        </ReportFilters>
        {recordedWords !== null && (
          <RecordedNote
            words={recordedWords}
            changed={read === null ? null : countChanges(read.comparison)}
            nowPath={pathAt(null)}
          >
            This is what the return would have said then. What was signed stands under Versions, as
            it was signed.
          </RecordedNote>
        )}
        {reading !== null && <ReportWorking {...reading} path={pathAt(recorded)} />}
        {read !== null && <Return {...{ which, recorded, read, failure }} />}
      </ReportFrame>
    </Page>
  );
}

type Read = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['read']>;
type Failure = ReturnType<typeof useActionData<typeof action>>;
type ReturnProps = {
  which: ReturnWhich;
  recorded: string | null;
  read: Read;
  failure: Failure;
};

/** A return that was worked out. One of the past is there to be read. */
function Return({ which, recorded, read, failure }: ReturnProps) {
  const { versions, comparison, people, changed, asOf, rows, isOver, toMend } = read;
  const { seenFigures, commandId } = read;
  const last = versions.at(-1) ?? null;
  return (
    <>
      <ReturnVersions {...{ which, versions, changed }} />
      {recorded === null && (
        <ReturnForm
          key={`${last?.version ?? 0} ${seenFigures}`}
          {...{ which, isOver, toMend, last, commandId, seenFigures }}
          values={failure?.values ?? {}}
          errors={failure?.errors ?? {}}
        />
      )}
      {comparison !== null && <ReturnChanges {...{ which, recorded, comparison, people }} />}
      <ReturnFigures {...{ rows, comparison, asOf }} />
    </>
  );
}

function countChanges(comparison: Read['comparison']): number {
  return comparison?.figures.filter(({ signed, now }) => signed !== now).length ?? 0;
}
