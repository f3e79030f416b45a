import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { mayLookBack } from '../../domain/past/past-sight.ts';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { Page } from '../components/page.tsx';
import { askedMoment, bandOf, withMoment } from '../past/asked-moment.ts';
import { MomentForm } from '../past/moment-form.tsx';
import { PastBand } from '../past/past-band.tsx';
import { PastWorking } from '../past/past-working.tsx';
import { signInPath } from '../sign-in-path.ts';
import { SpellPlan } from '../spell/spell-plan.tsx';

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? 'There is a problem' : 'A plan as it was'} – Discharge Hub` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { signedIn, services } = context;
  if (!signedIn) throw redirect(signInPath(request));
  if (!mayLookBack(signedIn.actor)) throw new Response(null, { status: 403 });
  const { clock } = services;
  const where = { now: clock.now(), timeZone: clock.timeZone };
  const spellId = params.spellId ?? '';
  const { at, form } = askedMoment(new URL(request.url), where);
  const nothing = { spellId, form, band: null, plan: null, working: null };
  if (at === null) return nothing;
  const reading = await services.past.plan(signedIn.actor, spellId, at);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  if (reading.state === 'working') return { ...nothing, working: reading };
  const { view, lookups, asOfDay } = reading.answer;
  // Of the past there is nothing but reading.
  const me = { ...signedIn.user, isOnlyReading: true };
  const plan = { view, lookups, asOfDay, me, now: at, timeZone: clock.timeZone };
  return { ...nothing, band: bandOf(reading.answer, where), plan };
}

export default function AsItWasPlanRoute() {
  const { spellId, form, band, plan, working } = useLoaderData<typeof loader>();
  const path = `/as-it-was/spells/${spellId}`;
  const pathAt = (at: string) => withMoment(new URL(path, 'http://hub'), at);
  const chooser = <MomentForm key={form.at} {...{ form, pathAt }} kept={[]} action={path} />;
  return (
    <Page width="wide">
      {band === null && chooser}
      {working !== null && <PastWorking {...working} path={pathAt(form.at ?? '')} />}
      {band !== null && (
        <PastBand band={band} what="This plan" pathAt={pathAt}>
          {chooser}
          <ul className="hub-lines hub-past__steps">
            <li>
              <a href={`/as-it-was?at=${encodeURIComponent(form.at ?? '')}`}>
                The board at this moment
              </a>
            </li>
            <li>
              <Link to={`/spells/${spellId}`}>The plan as it is now</Link>
            </li>
          </ul>
        </PastBand>
      )}
      {plan !== null && <SpellPlan {...plan} layout="page" />}
    </Page>
  );
}
