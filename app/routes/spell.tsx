import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { formKeysOf } from '../spell/allowed-forms.ts';
import { commandFromForm } from '../spell/command-from-form.ts';
import type { PageFailure } from '../spell/form-failure.ts';
import { sectionAnchor } from '../spell/form-key.ts';
import { valuesOfForm } from '../spell/form-values.ts';
import { signInPath } from '../spell/sign-in-path.ts';
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
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const form = await request.formData();
  form.set('spellId', params.spellId ?? '');
  const { timeZone } = services.clock;
  const { role } = signedIn.actor;
  const parsed = commandFromForm(form, { timeZone, role, newId });
  const answer = parsed.ok ? await services.execute(signedIn.actor, parsed.command) : parsed;
  if (!answer.ok) {
    const failure: PageFailure = { values: valuesOfForm(form), refusal: answer };
    return data(failure, { status: REFUSAL_STATUS[answer.code] });
  }
  // Out of this person's sight now: its page would only say that it is not here.
  if (answer.card === null) throw redirect('/', 303);
  throw redirect(`/spells/${answer.card.id}#${sectionAnchor(form.get('type'))}`, 303);
}

export default function SpellRoute() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page width="wide">
      <SpellPlan {...loaded} layout="page" failure={failure} />
    </Page>
  );
}
