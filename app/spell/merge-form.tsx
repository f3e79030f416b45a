import { useState } from 'react';
import {
  MERGE_CHOICES,
  choicesBetween,
  defaultSide,
  mergedPerson,
} from '../../domain/persons/merge-records.ts';
import type { MergeChoice, Standing } from '../../domain/persons/merge-records.ts';
import type { PersonDetails } from '../../domain/persons/person.ts';
import { isKnownFact, isSameFact } from '../../domain/persons/person.ts';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Fieldset } from '../components/fieldset.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { WarningCallout } from '../components/warning-callout.tsx';
import type { PageFailure } from './form-failure.ts';
import type { FormFields } from './form-fields.ts';
import { formFields, summaryOf } from './form-fields.ts';
import { MERGE_SEEN, standingField } from './merge-from-form.ts';
import { CHOICE_NAMES, choiceInWords } from './merge-words.ts';
import { FACT_NAMES, factInWords } from './person-words.ts';

const FORM_ID = 'merge';

/** One of two records: who it says somebody is, and where it has them. */
export type RecordShown = { spellId: string; person: PersonDetails; place: string };

type MergeFormProps = {
  remaining: RecordShown;
  merged: RecordShown;
  commandId: string;
  failure: PageFailure | undefined;
};

/** Two records side by side: what they say, what will stand, and where somebody has to choose. */
export function MergeForm({ remaining, merged, commandId, failure }: MergeFormProps) {
  const fields = formFields(FORM_ID, failure?.values ?? {}, failure?.refusal.fields);
  const choices = choicesBetween(remaining.person, merged.person);
  const seen = { remaining: remaining.person, merged: merged.person };
  return (
    <form method="post" noValidate className="hub-person-form hub-merge">
      {failure !== undefined && <Failure key={commandId} failure={failure} />}
      <input type="hidden" name="id" value={commandId} />
      <input type="hidden" name="step" value="merge" />
      <input type="hidden" name="person" value={merged.spellId} />
      <input type="hidden" name={MERGE_SEEN} value={JSON.stringify(seen)} />
      {choices.includes('dateOfBirth') && (
        <WarningCallout title="The dates of birth differ">
          <p>Two dates of birth may be two people. Make sure before you merge these records.</p>
        </WarningCallout>
      )}
      <Comparison {...{ remaining, merged, choices }} />
      {choices.length > 0 && (
        <Fieldset legend="Where the records differ">
          {choices.map((choice) => (
            <Choice key={choice} {...{ choice, remaining, merged, fields }} />
          ))}
        </Fieldset>
      )}
      <Fieldset legend="Merge">
        <TextAreaField
          {...fields.field('reason')}
          label="Why these are two records of one person"
          hint="It stands in the history of every stay of both"
          defaultValue={fields.value('reason')}
          maxLength={400}
          rows={2}
        />
        <CheckboxField
          {...fields.field('confirmed')}
          label="I have checked that both records are of the same person"
          defaultChecked={fields.isTicked('confirmed')}
          size="small"
        />
      </Fieldset>
      <div className="hub-actions">
        <Button>Merge the two records</Button>
        <a href={`/spells/${remaining.spellId}/same-person`}>Back without merging</a>
      </div>
    </form>
  );
}

function Failure({ failure: { refusal } }: { failure: PageFailure }) {
  // Kept, as the summary takes the focus for each list it is given.
  const [list] = useState(() => summaryOf(FORM_ID, refusal.fields ?? {}, refusal.message));
  return <ErrorSummary title="Not merged" errors={list} />;
}

type ChoiceProps = {
  choice: MergeChoice;
  remaining: RecordShown;
  merged: RecordShown;
  fields: FormFields;
};

function Choice({ choice, remaining, merged, fields }: ChoiceProps) {
  const name = standingField(choice);
  return (
    <RadiosField
      {...fields.field(name)}
      label={`${CHOICE_NAMES[choice]}: which one stands?`}
      options={[
        { value: 'remaining', label: choiceInWords(remaining.person, choice) },
        { value: 'merged', label: choiceInWords(merged.person, choice) },
      ]}
      defaultValue={fields.value(name) ?? defaultSide(choice, remaining.person, merged.person)}
      size="small"
    />
  );
}

type ComparisonProps = {
  remaining: RecordShown;
  merged: RecordShown;
  choices: readonly MergeChoice[];
};

const ALONE = ['nhsNumber', 'needsInterpreter', 'communicationNeeds', 'riskToStaff'] as const;
const CHOICES = Object.keys(MERGE_CHOICES) as MergeChoice[]; // its own keys
const NO_CHOICE: Standing = {};

function aloneInWords(person: PersonDetails, field: (typeof ALONE)[number]): string {
  return field === 'needsInterpreter' || isKnownFact(person[field])
    ? factInWords(person, field)
    : 'None recorded';
}

function Comparison({ remaining, merged, choices }: ComparisonProps) {
  const [first, second] = [remaining.person, merged.person];
  // Shown only: a person without an id of its own.
  const after = mergedPerson({ ...first, id: '' }, { ...second, id: '' }, NO_CHOICE);
  const row = (name: string, say: (person: PersonDetails) => string, isChosen = false) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{say(first)}</td>
      <td>
        {isSameFact(say(first), say(second)) ? (
          <span className="hub-quiet">The same</span>
        ) : (
          say(second)
        )}
      </td>
      <td>{isChosen ? 'Choose below' : say(after)}</td>
    </tr>
  );
  return (
    <ScrollRegion className="hub-table__scroll" label="Both records">
      <table className="nhsuk-table hub-table">
        <caption className="nhsuk-table__caption">Both records</caption>
        <thead>
          <tr>
            <th scope="col">Fact</th>
            <th scope="col">Record that remains</th>
            <th scope="col">Record merged into it</th>
            <th scope="col">Will stand</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Stay</th>
            <td>{remaining.place}</td>
            <td>{merged.place}</td>
            <td>Both stays</td>
          </tr>
          {ALONE.slice(0, 1).map((field) =>
            row(FACT_NAMES[field], (person) => aloneInWords(person, field)),
          )}
          {CHOICES.map((choice) =>
            row(
              CHOICE_NAMES[choice],
              (person) => choiceInWords(person, choice),
              choices.includes(choice),
            ),
          )}
          {ALONE.slice(1).map((field) =>
            row(FACT_NAMES[field], (person) => aloneInWords(person, field)),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
