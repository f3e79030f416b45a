import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import {
  REVIEW_BANDS,
  isLongStay,
  reviewBandOf,
  type ReviewBand,
} from '../../domain/review/long-stays.ts';
import { formatInstant } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { ReviewTable } from '../spell/review-table.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Long stays – Discharge Hub' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { actor } = signedIn;
  const rows = services.longStays(actor);
  if (rows === null) throw new Response(null, { status: 403 });
  const band = reviewBandOf(new URL(request.url).searchParams.get('nights'));
  const { clock } = services;
  const of = (nights: ReviewBand) => rows.filter(({ card }) => isLongStay(card, nights));
  return {
    ...{ band, asOfDay: clock.today(), timeZone: clock.timeZone, lookups: services.lookups() },
    counts: REVIEW_BANDS.map((nights) => ({ nights, count: of(nights).length })),
    rows: of(band),
    asOf: formatInstant(clock.now(), clock.timeZone),
  };
}

export default function ReviewRoute() {
  const { band, counts, rows, asOf, ...shared } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <h1 className="nhsuk-heading-l">Long stays</h1>
      <p className="hub-quiet">
        Of the patients that you see, the longest delay first: why not home, and who is waited for.
        As of {asOf}.
      </p>
      <nav className="hub-tabs" aria-label="Nights in hospital">
        <ul className="hub-lines hub-tabs__list">
          {counts.map(({ nights, count }) => (
            <li key={nights}>
              <Link to={`?nights=${nights}`} aria-current={nights === band ? 'page' : undefined}>
                {nights} nights and more ({count})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={`Nobody has been here for ${band} nights`}>
          <p>Whoever stays that long appears here by themselves.</p>
        </EmptyState>
      ) : (
        <ReviewTable
          caption={`Patients here for ${band} nights and more`}
          {...{ rows, band, ...shared }}
        />
      )}
    </Page>
  );
}
