import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Board } from '../board/board.tsx';
import { readBoardUrl } from '../board/board-url.ts';
import { firstScreen } from '../board/first-screen.ts';
import { useLate } from '../live/use-late.ts';
import { signInPath } from '../sign-in-path.ts';

export const handle = { fillsWindow: true, isLive: true };

export const meta: MetaFunction = () => [{ title: 'Board – Discharge Hub' }];

/** The rest of the board is on its way while the page's own script is. */
export const links: LinksFunction = () => [
  { rel: 'preload', as: 'fetch', href: '/api/board', crossOrigin: 'use-credentials' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { signedIn, services } = context;
  if (signedIn === null) throw redirect(signInPath(request));
  const { actor } = signedIn;
  if (actor.role === 'admin') throw redirect('/admin');
  const { id, name, role, organisation, wardIds, place, isTeamLead } = actor;
  const me = { id, name, role, organisation, wardIds, place, isTeamLead };
  const board = services.board(actor);
  const { asOfDay, lookups } = board;
  return firstScreen(board, {
    me,
    url: readBoardUrl(new URL(request.url).searchParams, me, { wards: lookups.wards, asOfDay }),
    now: services.clock.now(),
    timeZone: services.clock.timeZone,
  });
}

/** The board keeps itself up to date; what is chosen on it asks nothing of the server. */
export const shouldRevalidate = () => false;

export default function BoardRoute() {
  return <Board first={useLoaderData<typeof loader>()} renderPlan={useLate(loadPlan)} />;
}

async function loadPlan() {
  const { drawPlan } = await import('../spell/plan-in-panel.tsx');
  return drawPlan;
}
