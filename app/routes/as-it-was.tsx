import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import type { ShouldRevalidateFunction } from '@remix-run/react';
import { useLoaderData, useLocation } from '@remix-run/react';
import { useMemo } from 'react';
import { stepsFrom } from '../../domain/past/past-moment.ts';
import { mayLookBack } from '../../domain/past/past-sight.ts';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { readBoardUrl } from '../board/board-url.ts';
import { firstScreen } from '../board/first-screen.ts';
import { PastBoard } from '../board/past-board.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { askedMoment, bandOf, withMoment } from '../past/asked-moment.ts';
import { MomentForm } from '../past/moment-form.tsx';
import { MOMENT_NAMES } from '../past/moment-names.ts';
import { PastBand } from '../past/past-band.tsx';
import { PastWorking } from '../past/past-working.tsx';
import { signInPath } from '../sign-in-path.ts';

export const handle = { fillsWindow: true };

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? 'There is a problem' : 'The board as it was'} – Discharge Hub` },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { signedIn, services } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { actor } = signedIn;
  if (!mayLookBack(actor)) throw new Response(null, { status: 403 });
  const { clock } = services;
  const where = { now: clock.now(), timeZone: clock.timeZone };
  const url = new URL(request.url);
  const { at, form } = askedMoment(url, where);
  const isAsked = form.problem !== null || form.choices.length > 0;
  if (at === null && !isAsked) {
    const minute = new Date(Math.floor(Date.parse(where.now) / 60_000) * 60_000).toISOString();
    throw redirect(withMoment(url, stepsFrom(minute, where).dayBack));
  }
  const nothing = { form, band: null, first: null, isPartial: false, working: null };
  if (at === null) return nothing;
  const reading = await services.past.board(actor, at);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  if (reading.state === 'working') return { ...nothing, working: reading };
  const { cards, lookups, asOfDay, isPartial } = reading.answer;
  const { id, name, role, organisation, wardIds, place, isTeamLead } = actor;
  const me = { id, name, role, organisation, wardIds, place, isTeamLead };
  const board = { epoch: at, key: 'past', asOfDay, lookups, cards };
  const first = firstScreen(board, {
    ...{ me, now: at, timeZone: clock.timeZone },
    url: readBoardUrl(url.searchParams, me, { wards: lookups.wards, asOfDay }),
    isWhole: url.searchParams.get('whole') === 'yes',
  });
  return { ...nothing, band: bandOf(reading.answer, where), first, isPartial };
}

/** What is chosen on the board asks nothing of the server; another moment does. */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => {
  const { currentUrl, nextUrl, defaultShouldRevalidate } = change;
  const isChoice =
    currentUrl.search !== nextUrl.search &&
    currentUrl.searchParams.get('at') === nextUrl.searchParams.get('at');
  return isChoice ? false : defaultShouldRevalidate;
};

const PATH = '/as-it-was';

export default function AsItWasRoute() {
  const { form, band, first, isPartial, working } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const url = new URL(`http://hub${PATH}${search}`);
  const pathAt = (at: string) => withMoment(url, at);
  const kept = [...url.searchParams].filter(
    ([name]) => !Object.values(MOMENT_NAMES).includes(name),
  );
  const { at } = form;
  const paths = useMemo(
    () => ({
      path: PATH,
      planPath: (spellId: string) => `${PATH}/spells/${spellId}?at=${encodeURIComponent(at ?? '')}`,
    }),
    [at],
  );
  const chooser = <MomentForm key={at} {...{ form, kept, pathAt }} action={PATH} />;
  return (
    <div className="hub-board-page">
      {band === null ? (
        <div className="hub-past__start">
          <h1 className="nhsuk-heading-l">The board as it was</h1>
          {chooser}
        </div>
      ) : (
        <PastBand band={band} what="The board" pathAt={pathAt}>
          <h1 className="nhsuk-u-visually-hidden">The board as it was</h1>
          {chooser}
          {isPartial && (
            <p className="hub-past__when">
              Whoever was on this board then, and is out of your sight now, is left out.
            </p>
          )}
          <WithoutScript wholePath={pathWhole(url)} />
        </PastBand>
      )}
      {working !== null && <PastWorking {...working} path={`${PATH}${search}`} />}
      {first !== null && first.total === 0 && (
        <EmptyState title="Nobody was on this board then">
          <p>Nothing had been recorded by that moment of anybody whom you may see now.</p>
        </EmptyState>
      )}
      {first !== null && first.total > 0 && (
        <PastBoard
          key={at}
          {...{ first, paths }}
          cardsPath={`${PATH}/cards?at=${encodeURIComponent(at ?? '')}`}
        />
      )}
    </div>
  );
}

function pathWhole(url: URL): string {
  const params = new URLSearchParams(url.searchParams);
  params.set('whole', 'yes');
  return `${PATH}?${params.toString()}`;
}

/** Without script only the first of each column are on the page; here is everybody. */
function WithoutScript({ wholePath }: { wholePath: string }) {
  return (
    <noscript>
      <p className="hub-past__when">
        This browser runs no scripts: <a href={wholePath}>show everybody in each column</a>.
      </p>
    </noscript>
  );
}
