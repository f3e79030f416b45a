import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData, useParams } from '@remix-run/react';
import { firstHomes } from '../lightbulb/first-homes.ts';
import { HomesPage } from '../lightbulb/homes-page.tsx';
import { Lightbulb } from '../lightbulb/lightbulb.tsx';
import { WeekPage } from '../lightbulb/week-page.tsx';
import { commandFromForm } from '../spell/command-from-form.ts';
import { signInPath } from '../sign-in-path.ts';

export const handle = { isLive: true };

export const meta: MetaFunction = ({ params }) => [
  { title: `${params.view === 'week' ? 'Visits and works' : 'Homes'} – Discharge Hub` },
];

export function loader({ context, params, request }: LoaderFunctionArgs) {
  const { signedIn, services } = context;
  if (signedIn === null) throw redirect(signInPath(request));
  const { id, name, role, organisation, wardIds, place, isTeamLead } = signedIn.actor;
  if (role !== 'housing' && role !== 'hub') throw redirect('/');
  if (params.view !== undefined && params.view !== 'week') throw redirect('/lightbulb');
  return firstHomes(services.board(signedIn.actor), {
    me: { id, name, role, organisation, wardIds, place, isTeamLead },
    now: services.clock.now(),
    timeZone: services.clock.timeZone,
  });
}

/** The homes keep themselves up to date; list and week share one connection. */
export const shouldRevalidate = () => false;

/**
 * The list and the week are one route: a module of its own for the other would be fetched on the
 * way there, and a page that cannot fetch one is loaded anew, which without a signal loses it.
 */
export default function LightbulbRoute() {
  const { view } = useParams();
  return (
    <Lightbulb first={useLoaderData<typeof loader>()}>
      {view === 'week' ? <WeekPage /> : <HomesPage readForm={commandFromForm} />}
    </Lightbulb>
  );
}
