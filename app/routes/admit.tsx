import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { wallClockOfInstant } from '../../domain/time.ts';
import type { FoundPerson } from '../../server/services.ts';
import { Button } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { admissionFromForm } from '../spell/admission-from-form.ts';
import { AdmitForm } from '../spell/admit-form.tsx';
import { mayAdmit } from '../spell/allowed-forms.ts';
import type { PageFailure } from '../spell/form-failure.ts';
import type { FormValues } from '../spell/form-values.ts';
import { valuesOfForm } from '../spell/form-values.ts';
import { FoundPeopleForm, NONE_OF_THESE } from '../spell/found-people-form.tsx';
import { PersonSearchForm } from '../spell/person-search-form.tsx';
import type { SearchFailure } from '../spell/person-search-form.tsx';
import { searchFromForm, searchValues } from '../spell/person-search.ts';
import { textOf } from '../spell/read-field.ts';
import { valuesOfFound } from '../spell/admission-of-found.ts';
import { signInPath } from '../sign-in-path.ts';

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

/** Steps at one address: what is searched for is posted, never in the address. */
export async function action(args: ActionFunctionArgs) {
  const { signedIn } = args.context;
  if (!signedIn) throw redirect(signInPath(args.request), 303);
  const form = await args.request.formData();
  switch (form.get('step')) {
    case 'admit':
      return admit(args, signedIn.actor, form);
    case 'choose':
      return choose(args, signedIn.actor, form);
    default:
      return findFirst(args, signedIn.actor, form);
  }
}

type SignedInActor = NonNullable<ActionFunctionArgs['context']['signedIn']>['actor'];

/** Whoever the hub knows already is found first, so that nobody is there twice. */
async function findFirst({ context }: ActionFunctionArgs, actor: SignedInActor, form: FormData) {
  const values = searchValues(form);
  const found = await context.services.findPeople(actor, searchFromForm(form));
  if (!found.ok) {
    const status = REFUSAL_STATUS[found.code];
    return data({ step: 'search', values, failure: found } as const, { status });
  }
  return found.people.length === 0 ? data(lastStep(values)) : data(foundStep(values, found.people));
}

/** One of those who were found, or none: only who is in hospital already is not admitted again. */
async function choose({ context }: ActionFunctionArgs, actor: SignedInActor, form: FormData) {
  const { services } = context;
  const values = searchValues(form);
  const chosen = textOf(form, 'person');
  if (chosen === NONE_OF_THESE) return data(lastStep(values));
  const found = await services.findPeople(actor, searchFromForm(form));
  const people = found.ok ? found.people : [];
  const person = people.find(({ spellId }) => spellId === chosen);
  if (person === undefined) return data(foundStep(values, people, NOT_CHOSEN), { status: 400 });
  if (person.lastStay.dischargedOn !== null) {
    return data(lastStep(valuesOfFound(person, services.clock.today())));
  }
  const { wardName, site } = person.lastStay;
  const message = `This person is in hospital already: ${wardName}, ${site}. Whoever covers that ward can transfer them, or discharge them there first.`;
  return data(foundStep(values, people, message), { status: 422 });
}

const NOT_CHOSEN = 'Choose the person, or that it is none of these';

function foundStep(values: FormValues, people: readonly FoundPerson[], message?: string) {
  return { step: 'found', values, people, message } as const;
}

function lastStep(values: FormValues, failure?: PageFailure) {
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
    return data(lastStep(values, { values, refusal: answer }), { status });
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
      {answer?.step === 'admit' && (
        <AdmitForm
          {...loaded}
          wardName={ward.name}
          values={answer.values}
          failure={answer.failure}
        />
      )}
      {answer?.step === 'found' && (
        <FoundPeopleForm
          people={answer.people}
          legend="Is it one of these?"
          noneOfThese={{ value: NONE_OF_THESE, label: 'None of these: somebody new' }}
          searched={answer.values}
          message={answer.message}
        />
      )}
      {answer?.step !== 'admit' && answer?.step !== 'found' && (
        <AdmitSearch asOfDay={loaded.asOfDay} values={answer?.values} failure={answer?.failure} />
      )}
    </Page>
  );
}

type AdmitSearchProps = {
  asOfDay: string;
  values: FormValues | undefined;
  failure: SearchFailure | undefined;
};

function AdmitSearch({ asOfDay, values = {}, failure }: AdmitSearchProps) {
  return (
    <>
      <p>
        For somebody who is on the ward and not on the board. First see whether the hub knows them;
        each search is recorded.
      </p>
      <PersonSearchForm {...{ asOfDay, values, failure }}>
        <Button>Continue</Button>
      </PersonSearchForm>
    </>
  );
}
