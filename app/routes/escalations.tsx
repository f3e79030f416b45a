import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LiveEscalations } from '../escalations/live-escalations.tsx';
import { firstSaid } from '../live/first-list.ts';
import { signInPath } from '../sign-in-path.ts';

export const handle = { isLive: true };

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Escalations – Discharge Hub' },
];

/** Everybody is on their way while the page's own script is. */
export const links: LinksFunction = () => [
  { rel: 'preload', as: 'fetch', href: '/api/board', crossOrigin: 'use-credentials' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { actor, user } = signedIn;
  if (actor.role === 'admin') throw new Response(null, { status: 403 });
  const { scopeLabel: _scope, ...me } = user;
  const { clock } = services;
  return firstSaid(services.board(actor), services.escalations(actor), {
    ...{ me, now: clock.now(), timeZone: clock.timeZone },
  });
}

/** The list keeps itself up to date; which rung is shown asks nothing of the server. */
export const shouldRevalidate = () => false;

export default function EscalationsRoute() {
  return <LiveEscalations first={useLoaderData<typeof loader>()} />;
}
