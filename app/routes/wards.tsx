import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { roundTimeOf } from '../../domain/rounds/board-round.ts';
import { isHeld, wardRound } from '../../domain/rounds/ward-round.ts';
import { formatInstant } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { countOf } from '../count-words.ts';
import { progressInShort, roundTitle } from '../rounds/round-words.ts';
import { signInPath } from '../sign-in-path.ts';
import { countCards } from '../spell/ward-counts.ts';
import type { CountedWard } from '../spell/wards-table.tsx';
import { WardsTable } from '../spell/wards-table.tsx';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Wards – Discharge Hub' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { actor } = signedIn;
  if (actor.role === 'admin') throw new Response(null, { status: 403 });
  const asOf = formatInstant(services.clock.now(), services.clock.timeZone);
  // Those who work across hospitals have a board, and no ward.
  if (actor.role !== 'ward' && actor.role !== 'hub') return { wards: null, asOf, rounds: '' };
  const { clock } = services;
  const round = roundTimeOf(clock.now(), clock.timeZone);
  const wards = services.wards(actor).map((ward) => {
    const cards = services.wardCards(actor, ward.id) ?? [];
    const ofRound = { wardId: ward.id, round, timeZone: clock.timeZone };
    return {
      ...{ ward, counts: countCards(cards, clock.today()) },
      round: progressInShort(wardRound(cards, ofRound)),
      isRoundHeld: isHeld(wardRound(cards, ofRound)),
    };
  });
  const held = wards.filter(({ isRoundHeld }) => isRoundHeld).length;
  const rounds = `${roundTitle(round)}: held on ${held} of ${countOf(wards.length, 'ward', 'wards')}`;
  return { wards, asOf, rounds };
}

export default function WardsRoute() {
  const { wards, asOf, rounds } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="nhsuk-heading-l">Wards</h1>
      {wards !== null && (
        <p>
          <Link to="/find">Find a patient by NHS number</Link>
        </p>
      )}
      {wards === null ? <BoardInstead /> : <WardsBySite {...{ wards, asOf, rounds }} />}
    </Page>
  );
}

function BoardInstead() {
  return (
    <EmptyState title="Your work is on the board">
      <p>Ward lists are for wards and the hub.</p>
      <p>
        <Link to="/board">Go to your board</Link>
      </p>
    </EmptyState>
  );
}

type WardsBySiteProps = { wards: readonly CountedWard[]; asOf: string; rounds: string };

function WardsBySite({ wards, asOf, rounds }: WardsBySiteProps) {
  if (wards.length === 0) {
    return (
      <EmptyState title="No wards yet">
        <p>Your account covers no ward with patients. Your administrator can change that.</p>
      </EmptyState>
    );
  }
  const sites = [...new Set(wards.map(({ ward }) => ward.site))];
  return (
    <>
      <p>
        {rounds}. <span className="hub-quiet">As of {asOf}</span>
      </p>
      {sites.map((site) => (
        <WardsTable key={site} site={site} wards={wards.filter(({ ward }) => ward.site === site)} />
      ))}
    </>
  );
}
