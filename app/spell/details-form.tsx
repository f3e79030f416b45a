import { useState } from 'react';
import type { PersonDetails } from '../../domain/persons/person.ts';
import type { SetBy } from '../../domain/spell/state.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { formatInstant } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { ASKED, SEEN, choiceOf, divergencesOf } from './correction-from-form.ts';
import type { PageFailure } from './form-failure.ts';
import type { FormFields } from './form-fields.ts';
import { formFields, summaryOf } from './form-fields.ts';
import type { FormValues } from './form-values.ts';
import { formOfValues } from './form-values.ts';
import type { WrittenFact } from './person-from-form.ts';
import { errorsInForm, personFromForm, valuesOfPerson } from './person-from-form.ts';
import { PersonFieldsets } from './person-fieldsets.tsx';
import { FACT_NAMES, factInWords } from './person-words.ts';

const FORM_ID = 'details';

type DetailsFormProps = {
  spellId: string;
  person: PersonDetails;
  /** Who corrected which fact last. */
  personSet: PersonSet;
  asOfDay: CalendarDay;
  timeZone: string;
  commandId: string;
  failure: PageFailure | undefined;
};
type PersonSet = Partial<Record<WrittenFact, SetBy>>;

/** Corrects what is known of a person; where somebody else did meanwhile, both values are shown. */
export function DetailsForm(props: DetailsFormProps) {
  const { spellId, person, personSet, asOfDay, timeZone, commandId, failure } = props;
  const values = failure?.values ?? valuesOfPerson(person);
  const errors = errorsInForm(failure?.refusal.fields, false);
  const fields = formFields(FORM_ID, values, errors);
  const { fields: asked, seen } =
    failure === undefined ? { fields: [], seen: person } : divergencesOf(failure.values, person);
  return (
    <form method="post" noValidate className="hub-person-form">
      {failure !== undefined && <Failure key={commandId} failure={failure} errors={errors} />}
      <input type="hidden" name="id" value={commandId} />
      <input type="hidden" name={SEEN} value={JSON.stringify(seen)} />
      {asked.length > 0 && <Choices {...{ asked, person, personSet, timeZone, values, fields }} />}
      <PersonFieldsets fields={fields} asOfDay={asOfDay} />
      <div className="hub-actions">
        <Button>Save details</Button>
        <a href={`/spells/${spellId}`}>Back without saving</a>
      </div>
    </form>
  );
}

type FailureProps = { failure: PageFailure; errors: Readonly<Record<string, string>> };

function Failure({ failure: { refusal }, errors }: FailureProps) {
  // Kept, as the summary takes the focus for each list it is given.
  const [list] = useState(() => summaryOf(FORM_ID, errors, refusal.message));
  return <ErrorSummary title="Not saved" errors={list} />;
}

type ChoicesProps = {
  asked: readonly WrittenFact[];
  person: PersonDetails;
  personSet: PersonSet;
  timeZone: string;
  values: FormValues;
  fields: FormFields;
};

function Choices({ asked, person, personSet, timeZone, values, fields }: ChoicesProps) {
  const written = { ...person, ...personFromForm(formOfValues(values)) } as PersonDetails; // only shown
  return (
    <div className="hub-choice" role="group" aria-label="Corrected by somebody else meanwhile">
      {asked.map((field) => (
        <div key={field}>
          <input type="hidden" name={ASKED} value={field} />
          <RadiosField
            {...fields.field(choiceOf(field))}
            label={whoCorrected(field, personSet[field], timeZone)}
            options={[
              { value: 'theirs', label: `Keep theirs: ${factInWords(person, field)}` },
              { value: 'mine', label: `Use mine: ${factInWords(written, field)}` },
            ]}
            defaultValue={fields.value(choiceOf(field))}
            size="small"
          />
        </div>
      ))}
    </div>
  );
}

function whoCorrected(field: WrittenFact, set: SetBy | undefined, timeZone: string): string {
  const what = `${FACT_NAMES[field]} was corrected`;
  if (!set?.setBy || set.setAt === null) return `${what} after you opened this page`;
  return `${what} by ${set.setBy.name} (${formatInstant(set.setAt, timeZone)}) after you opened this page`;
}
