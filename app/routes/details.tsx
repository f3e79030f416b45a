import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { formatBirthDate } from '../../domain/time.ts';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { correctionFromForm } from '../spell/correction-from-form.ts';
import { DetailsForm } from '../spell/details-form.tsx';
import type { PageFailure } from '../spell/form-failure.ts';
import { valuesOfForm } from '../spell/form-values.ts';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Correct details – Discharge Hub' },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const view = await services.spellView(signedIn.actor, params.spellId ?? '');
  if (view === null) throw new Response(null, { status: 404 });
  // Only they are sent it who may correct it.
  const { person, personSet = {} } = view.stay ?? {};
  if (person === undefined) throw new Response(null, { status: 403 });
  const { clock } = services;
  const now = { asOfDay: clock.today(), timeZone: clock.timeZone };
  const mayMerge = view.stay?.merges !== undefined;
  return { card: view.card, mayMerge, person, personSet, ...now, commandId: newId() };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const form = await request.formData();
  const spellId = params.spellId ?? '';
  const parsed = correctionFromForm(form, { spellId, newId });
  const answer = parsed.ok ? await services.execute(signedIn.actor, parsed.command) : parsed;
  if (!answer.ok) {
    const failure: PageFailure = { values: valuesOfForm(form), refusal: answer };
    return data(failure, { status: REFUSAL_STATUS[answer.code] });
  }
  throw redirect(`/spells/${spellId}`, 303);
}

export default function DetailsRoute() {
  const { card, mayMerge, ...loaded } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { name, dateOfBirth, nhsNumber } = card.person;
  return (
    <Page>
      <p className="hub-ward__back">
        <a href={`/spells/${card.id}`}>Back to the plan</a>
      </p>
      <h1 className="nhsuk-heading-l">
        Correct details
        <span className="nhsuk-caption-l">
          {name}, born {formatBirthDate(dateOfBirth)}, NHS number{' '}
          {nhsNumber === undefined || nhsNumber === null ? 'not known' : formatNhsNumber(nhsNumber)}
        </span>
      </h1>
      {mayMerge && (
        <p>
          <a href={`/spells/${card.id}/same-person`}>Same person as another record</a>
        </p>
      )}
      <DetailsForm {...loaded} failure={failure} spellId={card.id} />
    </Page>
  );
}
