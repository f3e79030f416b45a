import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { formatInstant } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { textOf } from '../spell/read-field.ts';
import { signInPath } from '../sign-in-path.ts';
import { WardChanges } from '../spell/ward-changes.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `What changed on ${data.ward.name}` : 'There is a problem'} – Discharge Hub` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const changes = await services.wardChanges(signedIn.actor, params.wardId ?? '');
  const ward = services.lookups().wards.find(({ id }) => id === params.wardId);
  if (changes === null || ward === undefined) throw new Response(null, { status: 404 });
  const { clock } = services;
  const { timeZone } = clock;
  return { ward, ...changes, timeZone, asOf: formatInstant(clock.now(), timeZone) };
}

/** Remembers how far the reader has looked; nothing of a patient changes. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const seq = textOf(await request.formData(), 'seq') ?? '';
  if (!/^\d{1,15}$/.test(seq)) throw new Response(null, { status: 400 });
  const wardId = params.wardId ?? '';
  const isTheirs = await services.markLooked(signedIn.actor, wardId, Number(seq));
  if (!isTheirs) throw new Response(null, { status: 404 });
  throw redirect(`/wards/${encodeURIComponent(wardId)}/changes`, 303);
}

export default function WardChangesRoute() {
  const { ward, lookedAt, seq, patients, timeZone, asOf } = useLoaderData<typeof loader>();
  return (
    <Page>
      <p className="hub-ward__back">
        <Link to={`/wards/${encodeURIComponent(ward.id)}`}>All patients on {ward.name}</Link>
      </p>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {ward.name}, {ward.site}
        </span>{' '}
        What changed since you last looked
      </h1>
      <p className="hub-quiet">
        {lookedAt === null
          ? 'You have not looked here before: these are the changes of the last 24 hours.'
          : `You last looked ${formatInstant(lookedAt, timeZone)}.`}{' '}
        What you changed yourself is not listed. As of {asOf}.
      </p>
      {patients.length === 0 ? (
        <EmptyState title="Nothing has changed">
          <p>Nobody else has changed anything for the patients on this ward.</p>
        </EmptyState>
      ) : (
        <WardChanges {...{ patients, seq, timeZone }} />
      )}
    </Page>
  );
}
