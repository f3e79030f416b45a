import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/result.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import { formatDay } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Page } from '../components/page.tsx';
import { newId } from '../new-id.ts';
import { valuesOfForm } from '../spell/form-values.ts';
import { FoundPeopleForm } from '../spell/found-people-form.tsx';
import { whoInWords } from '../spell/found-person-words.ts';
import { MergeForm } from '../spell/merge-form.tsx';
import type { RecordShown } from '../spell/merge-form.tsx';
import { mergeFromForm, undoFromForm } from '../spell/merge-from-form.ts';
import { MergesInForce } from '../spell/merges-in-force.tsx';
import { PersonSearchForm } from '../spell/person-search-form.tsx';
import { searchFromForm, searchValues } from '../spell/person-search.ts';
import { textOf } from '../spell/read-field.ts';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Same person – Discharge Hub' },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const view = await services.spellView(signedIn.actor, params.spellId ?? '');
  if (view === null) throw new Response(null, { status: 404 });
  const record = recordOf(view);
  // Only they are sent the merges who may undo them.
  if (record === null || view.stay?.merges === undefined) throw new Response(null, { status: 403 });
  const { clock } = services;
  return {
    record,
    merges: view.stay.merges,
    asOfDay: clock.today(),
    timeZone: clock.timeZone,
    commandId: newId(),
  };
}

/** Steps at one address: what is searched for is posted, never in the address. */
export async function action(args: ActionFunctionArgs) {
  const { signedIn } = args.context;
  if (!signedIn) throw redirect(signInPath(args.request), 303);
  const form = await args.request.formData();
  switch (form.get('step')) {
    case 'choose':
      return compare(args, form);
    case 'merge':
      return merge(args, form);
    case 'undo':
      return undo(args, form);
    default:
      return search(args, form);
  }
}

async function search({ context, params }: ActionFunctionArgs, form: FormData) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect('/login', 303);
  const values = searchValues(form);
  const found = await services.findPeople(signedIn.actor, searchFromForm(form));
  if (!found.ok) {
    return data({ step: 'search', values, failure: found } as const, {
      status: REFUSAL_STATUS[found.code],
    });
  }
  const people = found.people.filter(({ spellId }) => spellId !== params.spellId);
  return data({ step: 'found', values, people, message: undefined } as const);
}

async function compare(args: ActionFunctionArgs, form: FormData) {
  const other = await otherRecord(args, form);
  if (other !== null) return data({ step: 'compare', other, failure: undefined } as const);
  const { services, signedIn } = args.context;
  if (!signedIn) throw redirect('/login', 303);
  const found = await services.findPeople(signedIn.actor, searchFromForm(form));
  const people = found.ok ? found.people : [];
  const message = 'Choose which of these is the same person';
  const chosen = { step: 'found', values: searchValues(form), message } as const;
  return data(
    { ...chosen, people: people.filter(({ spellId }) => spellId !== args.params.spellId) },
    { status: 400 },
  );
}

async function merge(args: ActionFunctionArgs, form: FormData) {
  const { services, signedIn } = args.context;
  if (!signedIn) throw redirect('/login', 303);
  const spellId = args.params.spellId ?? '';
  const parsed = mergeFromForm(form, { spellId, newId });
  const answer = parsed.ok ? await services.execute(signedIn.actor, parsed.command) : parsed;
  if (answer.ok) throw redirect(`/spells/${spellId}/same-person#merged-records`, 303);
  const other = await otherRecord(args, form);
  if (other === null) throw new Response(null, { status: 404 });
  const failure = { values: valuesOfForm(form), refusal: answer };
  return data({ step: 'compare', other, failure } as const, {
    status: REFUSAL_STATUS[answer.code],
  });
}

async function undo({ context, params }: ActionFunctionArgs, form: FormData) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect('/login', 303);
  const spellId = params.spellId ?? '';
  const parsed = undoFromForm(form, { spellId, newId });
  const answer: Refusal | { ok: true } = parsed.ok
    ? await services.execute(signedIn.actor, parsed.command)
    : parsed;
  if (answer.ok) throw redirect(`/spells/${spellId}/same-person`, 303);
  const failure = { values: valuesOfForm(form), refusal: answer };
  return data({ step: 'undo', failure } as const, { status: REFUSAL_STATUS[answer.code] });
}

/** The record that was chosen, read on record as any other. */
async function otherRecord({ context, params }: ActionFunctionArgs, form: FormData) {
  const chosen = textOf(form, 'person');
  const { services, signedIn } = context;
  if (!signedIn || chosen === undefined || chosen === params.spellId) return null;
  const view = await services.spellView(signedIn.actor, chosen);
  return view === null ? null : recordOf(view);
}

function recordOf({ card, stay }: SpellView): RecordShown | null {
  if (stay?.person === undefined) return null;
  const { name, site } = card.ward;
  const left = card.dischargedOn === null ? '' : `, left ${formatDay(card.dischargedOn)}`;
  return { spellId: card.id, person: stay.person, place: `${name}, ${site}${left}` };
}

export default function SamePersonRoute() {
  const { record, merges, asOfDay, timeZone, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isComparing = answer?.step === 'compare';
  return (
    <Page width={isComparing ? 'wide' : 'reading'}>
      <p className="hub-ward__back">
        <a href={`/spells/${record.spellId}/details`}>Back to the details</a>
      </p>
      <h1 className="nhsuk-heading-l">
        Same person as another record
        <span className="nhsuk-caption-l">{whoInWords(record.person)}</span>
      </h1>
      {isComparing ? (
        <MergeForm
          remaining={record}
          merged={answer.other}
          {...{ commandId }}
          failure={answer.failure}
        />
      ) : (
        <>
          {answer?.step === 'undo' && (
            <ErrorSummary
              title="Not taken back"
              errors={[{ message: answer.failure.refusal.message, fieldId: 'undo-undoReason' }]}
            />
          )}
          <MergesInForce
            {...{ merges, timeZone, commandId }}
            failure={answer?.step === 'undo' ? answer.failure : undefined}
          />
          <FindOther answer={answer} asOfDay={asOfDay} />
        </>
      )}
    </Page>
  );
}

type FindOtherProps = { answer: ReturnType<typeof useActionData<typeof action>>; asOfDay: string };

function FindOther({ answer, asOfDay }: FindOtherProps) {
  if (answer?.step === 'found' && answer.people.length > 0) {
    return (
      <FoundPeopleForm
        people={answer.people}
        legend="Which of these is the same person?"
        searched={answer.values}
        message={answer.message}
      />
    );
  }
  const isSearched = answer?.step === 'found' || answer?.step === 'search';
  return (
    <section aria-labelledby="find-record">
      <h2 className="nhsuk-heading-m" id="find-record">
        Find the other record
      </h2>
      <p>
        This record remains, and the one you find is merged into it. Each search is recorded, and a
        merge can be taken back.
      </p>
      {answer?.step === 'found' && <p role="status">Nobody else was found.</p>}
      <PersonSearchForm
        asOfDay={asOfDay}
        values={isSearched ? answer.values : {}}
        failure={answer?.step === 'search' ? answer.failure : undefined}
      >
        <Button>Find the other record</Button>
      </PersonSearchForm>
    </section>
  );
}
