import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { reviewBandOf } from '../../domain/review/long-stays.ts';
import { firstLongStays } from '../review/first-long-stays.ts';
import type { LongStaysShown } from '../review/live-review.tsx';
import { LiveReview } from '../review/live-review.tsx';
import { signInPath } from '../sign-in-path.ts';
import { ReviewTable } from '../spell/review-table.tsx';

export const handle = { isLive: true };

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Long stays – Discharge Hub' },
];

/** Everybody is on their way while the page's own script is. */
export const links: LinksFunction = () => [
  { rel: 'preload', as: 'fetch', href: '/api/board', crossOrigin: 'use-credentials' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { actor, user } = signedIn;
  const rows = services.longStays(actor);
  if (rows === null) throw new Response(null, { status: 403 });
  const { scopeLabel: _scope, ...me } = user;
  return firstLongStays(services.board(actor), rows, {
    me,
    band: reviewBandOf(new URL(request.url).searchParams.get('nights')),
    now: services.clock.now(),
    timeZone: services.clock.timeZone,
  });
}

/** The list keeps itself up to date; which band is shown asks nothing of the server. */
export const shouldRevalidate = () => false;

export default function ReviewRoute() {
  return <LiveReview first={useLoaderData<typeof loader>()} renderRows={drawRows} />;
}

function drawRows(shown: LongStaysShown) {
  return <ReviewTable {...shown} />;
}
