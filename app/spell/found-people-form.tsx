import { useMemo } from 'react';
import type { FoundPerson } from '../../server/services.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import type { RadioOption } from '../components/radios-field.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import type { FormValues } from './form-values.ts';
import { lastStayInWords, whoInWords } from './found-person-words.ts';

export const NONE_OF_THESE = 'none';

const FIELD = 'found-person';

type FoundPeopleFormProps = {
  people: readonly FoundPerson[];
  legend: string;
  /** The last choice, where there is one for nobody of the list. */
  noneOfThese?: RadioOption;
  /** What was searched by, kept for the next step. */
  searched: FormValues;
  message: string | undefined;
};

/** Whom a search found, to choose from: who they are, and where they are or were last. */
export function FoundPeopleForm(props: FoundPeopleFormProps) {
  const { people, legend, noneOfThese, searched, message } = props;
  const errors = useMemo(
    () => (message === undefined ? [] : [{ message, fieldId: FIELD }]),
    [message],
  );
  const options = people.map((person) => ({
    value: person.spellId,
    label: whoInWords(person),
    hint: lastStayInWords(person),
  }));
  return (
    <form method="post" noValidate className="hub-person-form">
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <input type="hidden" name="step" value="choose" />
      {Object.entries(searched).map(([name, [value = '']]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RadiosField
        id={FIELD}
        name="person"
        label={legend}
        options={noneOfThese === undefined ? options : [...options, noneOfThese]}
        error={message}
      />
      <Button>Continue</Button>
    </form>
  );
}
