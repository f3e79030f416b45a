import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { formKeysOf } from '../spell/allowed-forms.ts';
import { postedPlanForm } from '../spell/posted-plan-form.ts';
import { signInPath } from '../sign-in-path.ts';
import { taskIdOfHash } from '../spell/use-task-asked.ts';
import { SpellPlan } from '../spell/spell-plan.tsx';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Patient – Discharge Hub' },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const view = await services.spellView(signedIn.actor, params.spellId ?? '');
  if (view === null) throw new Response(null, { status: 404 });
  const { user: me } = signedIn;
  const lookups = services.lookups();
  const { clock } = services;
  return {
    ...{ view, me, lookups, timeZone: clock.timeZone },
    now: clock.now(),
    asOfDay: clock.today(),
    commandIds: formKeysOf(me, view, lookups.catalogue).map(newId),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const posted = await postedPlanForm(context, request, params.spellId ?? '');
  if (!posted.ok) {
    const { failure } = posted;
    return data(failure, { status: REFUSAL_STATUS[failure.refusal.code] });
  }
  // Out of this person's sight now: its page would only say that it is not here.
  if (posted.card === null) throw redirect('/', 303);
  throw redirect(`/spells/${posted.card.id}#${posted.anchor}`, 303);
}

export default function SpellRoute() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { hash } = useLocation();
  return (
    <Page width="wide">
      <SpellPlan {...loaded} layout="page" failure={failure} atTaskId={taskIdOfHash(hash)} />
    </Page>
  );
}
