import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { mayReview, reviewBandOf } from '../../domain/review/long-stays.ts';
import type { ReviewBand } from '../../domain/review/long-stays.ts';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { formKeysOf } from '../spell/allowed-forms.ts';
import { postedPlanForm } from '../spell/posted-plan-form.ts';
import { ReviewPlan } from '../spell/review-plan.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Review a long stay – Discharge Hub' },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { actor, user: me } = signedIn;
  if (!mayReview(actor)) throw new Response(null, { status: 403 });
  const view = await services.spellView(actor, params.spellId ?? '');
  if (view === null) throw new Response(null, { status: 404 });
  const lookups = services.lookups();
  const { clock } = services;
  return {
    band: bandOf(request),
    plan: {
      ...{ view, me, lookups, timeZone: clock.timeZone },
      ...{ now: clock.now(), asOfDay: clock.today() },
      commandIds: formKeysOf(me, view, lookups.catalogue).map(newId),
    },
  };
}

/** A review leads back to the list, at the same patient; whatever else was changed stays here. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  if (!mayReview(signedIn.actor)) throw new Response(null, { status: 403 });
  const [spellId, band] = [params.spellId ?? '', bandOf(request)];
  const posted = await postedPlanForm(context, request, spellId);
  if (!posted.ok) {
    const { failure } = posted;
    return data(failure, { status: REFUSAL_STATUS[failure.refusal.code] });
  }
  const isOver = posted.type === 'ReviewLongStay' || posted.card === null;
  const here = `${reviewPath(spellId, band)}#${posted.anchor}`;
  throw redirect(isOver ? `/review?nights=${band}#stay-${spellId}` : here, 303);
}

export default function ReviewStayRoute() {
  const { band, plan } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page width="wide">
      <p className="hub-ward__back">
        <Link to={`/review?nights=${band}`}>Long stays</Link>
      </p>
      <ReviewPlan {...plan} postTo={reviewPath(plan.view.card.id, band)} failure={failure} />
    </Page>
  );
}

function bandOf(request: Request): ReviewBand {
  return reviewBandOf(new URL(request.url).searchParams.get('nights'));
}

function reviewPath(spellId: string, band: ReviewBand): string {
  return `/review/${encodeURIComponent(spellId)}?nights=${band}`;
}
