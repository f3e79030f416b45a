import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { mayHoldRounds, roundTimeOf } from '../../domain/rounds/board-round.ts';
import { wardRound } from '../../domain/rounds/ward-round.ts';
import type { Card } from '../../domain/spell/card.ts';
import { formatInstant } from '../../domain/time.ts';
import type { Clock } from '../../server/services.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { progressInWords, roundTitle } from '../rounds/round-words.ts';
import { mayAdmit } from '../spell/allowed-forms.ts';
import { signInPath } from '../sign-in-path.ts';
import { sortCards, sortKeyOf } from '../spell/sort-cards.ts';
import { countCards, countsInWords } from '../spell/ward-counts.ts';
import { WardTable } from '../spell/ward-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.ward.name ?? 'There is a problem'} – Discharge Hub` },
];

export function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const cards = services.wardCards(signedIn.actor, params.wardId ?? '');
  const lookups = services.lookups();
  const ward = lookups.wards.find(({ id }) => id === params.wardId);
  if (cards === null || ward === undefined) throw new Response(null, { status: 404 });
  const sortedBy = sortKeyOf(new URL(request.url).searchParams.get('sort'));
  const { clock } = services;
  return {
    ...{ ward, sortedBy, lookups },
    mayAdmit: mayAdmit(signedIn.user, ward.id),
    cards: sortCards(cards, sortedBy),
    counts: countCards(cards, clock.today()),
    round: mayHoldRounds(signedIn.actor) ? roundOf(cards, ward.id, clock) : null,
    asOf: formatInstant(clock.now(), clock.timeZone),
    asOfDay: clock.today(),
  };
}

function roundOf(cards: readonly Card[], wardId: string, clock: Clock) {
  const { timeZone } = clock;
  const round = roundTimeOf(clock.now(), timeZone);
  return { round, progress: wardRound(cards, { wardId, round, timeZone }) };
}

export default function WardRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { ward, cards, asOf, asOfDay, sortedBy, lookups } = loaded;
  return (
    <Page width="wide">
      <p className="hub-ward__back">
        <Link to="/wards">All wards</Link>
        <Link to={`/board?ward=${encodeURIComponent(ward.id)}`}>{ward.name} on the board</Link>
      </p>
      <h1 className="nhsuk-heading-l hub-ward__title">
        <span className="nhsuk-caption-l">{ward.site}</span> {ward.name}
      </h1>
      <div className="hub-ward__head">
        <p className="hub-ward__counts">
          {countsInWords(loaded.counts)} <span className="hub-quiet">As of {asOf}</span>
        </p>
        <Link to={`/wards/${encodeURIComponent(ward.id)}/changes`}>
          What changed since you last looked
        </Link>
        {loaded.mayAdmit && (
          <Link
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            to={`/wards/${encodeURIComponent(ward.id)}/admit`}
          >
            Admit a patient
          </Link>
        )}
      </div>
      {loaded.round !== null && cards.length > 0 && (
        <p className="hub-ward__round">
          <Link
            className="nhsuk-button nhsuk-button--small"
            to={`/wards/${encodeURIComponent(ward.id)}/round`}
          >
            Go round the ward
          </Link>
          <span>
            {roundTitle(loaded.round.round)}: {progressInWords(loaded.round.progress)}
          </span>
        </p>
      )}
      {cards.length === 0 ? (
        <EmptyState title="No patients on this ward">
          <p>Admissions appear here as soon as the hospital sends them.</p>
        </EmptyState>
      ) : (
        <WardTable
          caption={`Patients on ${ward.name}`}
          sheetTitle={`${ward.name}, ${ward.site}. As of ${asOf}`}
          {...{ cards, sortedBy, lookups, asOfDay }}
        />
      )}
    </Page>
  );
}
