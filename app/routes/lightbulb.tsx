import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { firstHomes } from '../lightbulb/first-homes.ts';
import { Lightbulb } from '../lightbulb/lightbulb.tsx';
import { signInPath } from '../spell/sign-in-path.ts';

export const meta: MetaFunction = () => [{ title: 'Homes – Discharge Hub' }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { signedIn, services } = context;
  if (signedIn === null) throw redirect(signInPath(request));
  const { id, name, role, organisation, wardIds, place, isTeamLead } = signedIn.actor;
  if (role !== 'housing' && role !== 'hub') throw redirect('/');
  return firstHomes(services.board(signedIn.actor), {
    me: { id, name, role, organisation, wardIds, place, isTeamLead },
    now: services.clock.now(),
    timeZone: services.clock.timeZone,
  });
}

/** The homes keep themselves up to date; list and week share one connection. */
export const shouldRevalidate = () => false;

export default function LightbulbRoute() {
  return (
    <Lightbulb first={useLoaderData<typeof loader>()}>
      <Outlet />
    </Lightbulb>
  );
}
