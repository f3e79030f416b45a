import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { mayHoldRounds, roundTimeOf } from '../../domain/rounds/board-round.ts';
import type { PlanProps } from '../live/live-plan.tsx';
import { newId } from '../new-id.ts';
import { BoardRound } from '../rounds/board-round.tsx';
import { END } from '../rounds/round-page.tsx';
import { nextToRecord, roundPatients } from '../rounds/round-patients.ts';
import { formKeysOf } from '../spell/allowed-forms.ts';
import { postedPlanForm } from '../spell/posted-plan-form.ts';
import { RoundPlan } from '../spell/round-plan.tsx';
import { signInPath } from '../sign-in-path.ts';

export const handle = { fillsWindow: true, isLive: true };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: `${loaded ? `Board round, ${loaded.ward.name}` : 'There is a problem'} – Discharge Hub`,
  },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { actor, user } = signedIn;
  const found = patientsOf(context, params.wardId);
  const { clock } = services;
  const { epoch, key, asOfDay, lookups } = services.board(actor);
  const { scopeLabel: _scope, ...me } = user;
  const openId = params.spellId ?? nextToRecord(found.patients, null);
  const isPatient = openId !== null && openId !== END;
  const view = isPatient ? await services.spellView(actor, openId) : null;
  if (isPatient && view === null) throw new Response(null, { status: 404 });
  return {
    first: {
      ...{ me, lookups, epoch, key, asOfDay },
      ...{ now: clock.now(), timeZone: clock.timeZone, cards: found.cards },
    },
    ...{ ward: found.ward, view },
    commandIds: view === null ? [] : formKeysOf(me, view, lookups.catalogue).map(newId),
  };
}

/** A form of one patient, posted without script: then on to the next, or to what was changed. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const spellId = params.spellId ?? '';
  const { ward } = patientsOf(context, params.wardId);
  const posted = await postedPlanForm(context, request, spellId);
  if (!posted.ok) {
    const { failure } = posted;
    return data(failure, { status: REFUSAL_STATUS[failure.refusal.code] });
  }
  if (posted.type !== 'RecordBoardRound' && posted.card !== null) {
    throw redirect(`${roundPath(ward.id, spellId)}#${posted.anchor}`, 303);
  }
  const next = nextToRecord(patientsOf(context, ward.id).patients, spellId);
  throw redirect(roundPath(ward.id, next ?? END), 303);
}

/** The round keeps itself up to date; going from patient to patient asks nothing of the server. */
export const shouldRevalidate = () => false;

export default function RoundRoute() {
  const { first, ward, view, commandIds } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { spellId = null } = useParams();
  const drawPlan = ({ onCommand, ...plan }: PlanProps, isLive: boolean) => {
    const isFirst = plan.view.card.id === view?.card.id;
    return (
      <RoundPlan
        {...plan}
        postTo={roundPath(ward.id, plan.view.card.id)}
        {...(isLive ? { onCommand } : { commandIds })}
        {...(isFirst && failure !== undefined && { failure })}
      />
    );
  };
  return (
    <BoardRound
      {...{ first, ward }}
      chosenId={spellId}
      firstView={view}
      path={(id) => roundPath(ward.id, id)}
      renderPlan={drawPlan}
    />
  );
}

function roundPath(wardId: string, spellId: string | null): string {
  const path = `/wards/${encodeURIComponent(wardId)}/round`;
  return spellId === null ? path : `${path}/${spellId}`;
}

/** Rounds are the wards' and the hub's. */
function patientsOf({ services, signedIn }: LoaderFunctionArgs['context'], wardId = '') {
  const actor = signedIn?.actor;
  const ward = services.lookups().wards.find(({ id }) => id === wardId);
  if (actor === undefined || !mayHoldRounds(actor)) throw new Response(null, { status: 403 });
  if (ward === undefined) throw new Response(null, { status: 404 });
  const cards = services.wardCards(actor, wardId);
  if (cards === null) throw new Response(null, { status: 404 });
  const { clock } = services;
  const { timeZone } = clock;
  const round = roundTimeOf(clock.now(), timeZone);
  return { ward, cards, patients: roundPatients(cards, { wardId, round, timeZone }) };
}
