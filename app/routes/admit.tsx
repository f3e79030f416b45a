import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { wallClockOfInstant } from '../../domain/time.ts';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { admissionFromForm } from '../spell/admission-from-form.ts';
import { AdmitForm } from '../spell/admit-form.tsx';
import { AdmitNumberForm } from '../spell/admit-number-form.tsx';
import { mayAdmit } from '../spell/allowed-forms.ts';
import type { PageFailure } from '../spell/form-failure.ts';
import type { FormValues } from '../spell/form-values.ts';
import { valuesOfForm } from '../spell/form-values.ts';
import { textOf } from '../spell/read-field.ts';
import { signInPath } from '../spell/sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Admit a patient – Discharge Hub' },
];

export function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const ward = services.lookups().wards.find(({ id }) => id === params.wardId);
  if (ward === undefined) throw new Response(null, { status: 404 });
  if (!mayAdmit(signedIn.user, ward.id)) throw new Response(null, { status: 403 });
  const { clock } = services;
  return {
    ward,
    asOfDay: clock.today(),
    wallClockNow: wallClockOfInstant(clock.now(), clock.timeZone),
    commandId: newId(),
  };
}

/** Two steps at one address: the NHS number is posted, never in the address. */
export async function action(args: ActionFunctionArgs) {
  const { signedIn } = args.context;
  if (!signedIn) throw redirect(signInPath(args.request), 303);
  const form = await args.request.formData();
  return form.get('step') === 'admit'
    ? admit(args, signedIn.actor, form)
    : findFirst(args, signedIn.actor, form);
}

type SignedInActor = NonNullable<ActionFunctionArgs['context']['signedIn']>['actor'];

/** Whoever is in this hospital already is found first, so that nobody is there twice. */
async function findFirst({ context }: ActionFunctionArgs, actor: SignedInActor, form: FormData) {
  const nhsNumber = textOf(form, 'nhsNumber')?.slice(0, 40) ?? '';
  if (form.get('number') === 'not_known') return data(secondStep({}));
  const found = await context.services.findByNhsNumber(actor, nhsNumber);
  if (found.ok) return data({ step: 'found', nhsNumber, spellId: found.spellId } as const);
  if (found.code === 'NOT_FOUND') {
    return data(secondStep({ nhsNumber: [nhsNumber.replace(/[\s-]/g, '')] }));
  }
  const status = REFUSAL_STATUS[found.code];
  return data({ step: 'number', nhsNumber, message: found.message } as const, { status });
}

function secondStep(values: FormValues, failure?: PageFailure) {
  return { step: 'admit', values, failure } as const;
}

async function admit(
  { context, params }: ActionFunctionArgs,
  actor: SignedInActor,
  form: FormData,
) {
  const { services } = context;
  const { timeZone } = services.clock;
  const wardId = params.wardId ?? '';
  const parsed = admissionFromForm(form, { wardId, timeZone, newId });
  const answer = parsed.ok ? await services.execute(actor, parsed.command) : parsed;
  if (!answer.ok) {
    const values = valuesOfForm(form);
    const status = REFUSAL_STATUS[answer.code];
    return data(secondStep(values, { values, refusal: answer }), { status });
  }
  if (answer.card === null) throw redirect('/', 303);
  throw redirect(`/spells/${answer.card.id}`, 303);
}

export default function AdmitRoute() {
  const { ward, ...loaded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width={answer?.step === 'admit' ? 'normal' : 'reading'}>
      <p className="hub-ward__back">
        <Link to={`/wards/${encodeURIComponent(ward.id)}`}>Back to {ward.name}</Link>
      </p>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {ward.name}, {ward.site}
        </span>
        Admit a patient
      </h1>
      {answer?.step === 'admit' ? (
        <AdmitForm
          {...loaded}
          wardName={ward.name}
          values={answer.values}
          failure={answer.failure}
        />
      ) : (
        <AdmitNumberForm
          nhsNumber={answer?.nhsNumber}
          message={answer?.step === 'number' ? answer.message : undefined}
          foundSpellId={answer?.step === 'found' ? answer.spellId : undefined}
        />
      )}
    </Page>
  );
}
