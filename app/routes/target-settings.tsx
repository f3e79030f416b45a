import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { formatInstant } from '../../domain/time.ts';
import { FailureSummary } from '../components/failure-summary.tsx';
import { Page } from '../components/page.tsx';
import { SettingsForm, fieldId } from '../escalations/settings-form.tsx';
import {
  errorsOfSettings,
  settingsFromForm,
  valuesOfSettings,
} from '../escalations/settings-from-form.ts';
import { newId } from '../new-id.ts';
import { valuesOfForm } from '../spell/form-values.ts';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  {
    title: error
      ? 'There is a problem – Discharge Hub'
      : 'What is raised by itself – Discharge Hub',
  },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const standing = await services.targetSettings(signedIn.actor);
  if (standing === null) throw new Response(null, { status: 403 });
  const { edition, savedBy, savedAt, settings } = standing;
  const at = savedAt === null ? null : formatInstant(savedAt, services.clock.timeZone);
  const saved = savedBy === null || at === null ? null : `${savedBy.name}, ${at}`;
  return { edition, saved, values: valuesOfSettings(settings), commandId: newId() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const form = await request.formData();
  const answer = await services.saveTargetSettings(signedIn.actor, settingsFromForm(form, newId));
  if (answer.ok) throw redirect('/escalations/settings', 303);
  const errors = errorsOfSettings(answer.fields ?? {});
  const failure = { values: valuesOfForm(form), errors, message: answer.message };
  return data(failure, { status: REFUSAL_STATUS[answer.code] });
}

export default function TargetSettingsRoute() {
  const { edition, saved, values, commandId } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page width="reading">
      <p className="hub-ward__back">
        <Link to="/escalations">Escalations</Link>
      </p>
      {failure !== undefined && <FailureSummary failure={failure} fieldIdOf={fieldId} />}
      <h1 className="nhsuk-heading-l">Working hours and what is raised by itself</h1>
      <p className="hub-quiet">
        {saved === null ? 'These are assumed, as nobody has saved any yet.' : `Saved by ${saved}.`}{' '}
        Targets of new tasks go by them; those that are set stay.
      </p>
      <SettingsForm
        key={edition}
        {...{ commandId, edition }}
        values={failure?.values ?? values}
        errors={failure?.errors ?? {}}
      />
    </Page>
  );
}
