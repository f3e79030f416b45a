import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Page } from '../components/page.tsx';
import { TextField } from '../components/text-field.tsx';
import { signInPath } from '../sign-in-path.ts';

const FIELD = 'nhs-number';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Find a patient – Discharge Hub' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { role } = signedIn.actor;
  if (role !== 'ward' && role !== 'hub') throw new Response(null, { status: 403 });
  return null;
}

/** The number is posted, never in the address. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request), 303);
  const typed = (await request.formData()).get('nhsNumber');
  const nhsNumber = typeof typed === 'string' ? typed.slice(0, 40) : '';
  const found = await services.findByNhsNumber(signedIn.actor, nhsNumber);
  if (found.ok) throw redirect(`/spells/${found.spellId}`, 303);
  return data({ nhsNumber, message: found.message }, { status: REFUSAL_STATUS[found.code] });
}

export default function FindRoute() {
  const failure = useActionData<typeof action>();
  return (
    <Page width="reading">
      <p>
        <Link to="/wards">Wards</Link>
      </p>
      {failure !== undefined && (
        <ErrorSummary errors={[{ message: failure.message, fieldId: FIELD }]} />
      )}
      <h1 className="nhsuk-heading-l">Find a patient by NHS number</h1>
      <p>
        For somebody in your hospital who is on another ward. You can look at their plan for twelve
        hours; each search and each look is recorded.
      </p>
      <form method="post" noValidate>
        <TextField
          id={FIELD}
          name="nhsNumber"
          label="NHS number"
          hint="Ten digits, for example 999 123 4567"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={failure?.nhsNumber}
          error={failure?.message}
        />
        <Button>Find</Button>
      </form>
    </Page>
  );
}
