import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { figuresSeen } from '../../domain/reports/return-content.ts';
import { RETURN_PART_NAMES, readReturnWhich } from '../../domain/reports/return-versions.ts';
import { formatDayLong, formatInstant } from '../../domain/time.ts';
import { FailureSummary } from '../components/failure-summary.tsx';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { ReportFrame } from '../reports/report-frame.tsx';
import { ReturnChanges } from '../reports/return-changes.tsx';
import { ReturnFigures } from '../reports/return-figures.tsx';
import { ReturnForm, returnFieldId } from '../reports/return-form.tsx';
import { RETURNS_PATH, situationPath } from '../reports/return-links.ts';
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
  const today = clock.today();
  const which = readReturnWhich(params, today);
  const withNames = params.get('names') === 'yes';
  const reading = await reports.returns.read(signedIn.actor, which, { withNames });
  if (!reading.ok) throw new Response(null, { status: REFUSAL_STATUS[reading.code] });
  const { current, versions, changed, comparison, people } = reading;
  const inWords = (instant: string) => formatInstant(instant, clock.timeZone);
  return {
    which,
    ...{ changed, comparison, people },
    isOver: which.day < today,
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
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const form = await request.formData();
  const answer = await services.reports.returns.change(signedIn.actor, Object.fromEntries(form));
  const { pathname, search } = new URL(request.url);
  if (answer.ok) throw redirect(pathname + search, 303);
  const { message, fields = {} } = answer;
  // Its day stands in the address: there is no field to lead to.
  const { day: _day, ...errors } = fields;
  const failure = { values: valuesOfForm(form), errors, message };
  return data(failure, { status: REFUSAL_STATUS[answer.code] });
}

export default function ReturnRoute() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { which, versions, comparison, people, changed, asOf, rows, isOver, toMend } = loaded;
  const last = versions.at(-1);
  return (
    <Page width="wide">
      {failure !== undefined && <FailureSummary failure={failure} fieldIdOf={returnFieldId} />}
      <ReportFrame
        report="situation"
        title={`${RETURN_PART_NAMES[which.part]}, ${formatDayLong(which.day)}`}
      >
        <ul className="hub-lines hub-cluster hub-return-links">
          <li>
            <Link to={situationPath(which.day)}>Situation report of the day</Link>
          </li>
          <li>
            <Link to={RETURNS_PATH}>All signed returns</Link>
          </li>
        </ul>
        <ReturnVersions {...{ which, versions, changed }} />
        <ReturnForm
          key={`${last?.version ?? 0} ${loaded.seenFigures}`}
          {...{ which, isOver, toMend }}
          last={last ?? null}
          commandId={loaded.commandId}
          seenFigures={loaded.seenFigures}
          values={failure?.values ?? {}}
          errors={failure?.errors ?? {}}
        />
        {comparison !== null && <ReturnChanges {...{ which, comparison, people }} />}
        <ReturnFigures {...{ rows, comparison, asOf }} />
      </ReportFrame>
    </Page>
  );
}
