import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { CalendarDay } from '../../domain/time.ts';
import { DateField } from '../components/date-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Fieldset } from '../components/fieldset.tsx';
import { TextField } from '../components/text-field.tsx';
import { formFields, summaryOf } from './form-fields.ts';
import type { FormValues } from './form-values.ts';
import './person-form.scss';

const FORM_ID = 'search';

export type SearchFailure = { message: string; fields?: Readonly<Record<string, string>> };

type PersonSearchFormProps = {
  asOfDay: CalendarDay;
  values: FormValues;
  failure: SearchFailure | undefined;
  /** The buttons: what the search is for. */
  children: ReactNode;
};

/** Looks for somebody by NHS number, or by family name and date of birth. */
export function PersonSearchForm({ asOfDay, values, failure, children }: PersonSearchFormProps) {
  const { field, value } = formFields(FORM_ID, values, failure?.fields);
  const errors = useMemo(
    () => (failure === undefined ? [] : summaryOf(FORM_ID, failure.fields ?? {}, failure.message)),
    [failure],
  );
  return (
    <form method="post" noValidate className="hub-person-form">
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <input type="hidden" name="step" value="search" />
      <Fieldset legend="By NHS number">
        <TextField
          {...field('nhsNumber')}
          label="NHS number"
          hint="Ten digits, for example 999 123 4567"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={value('nhsNumber')}
        />
      </Fieldset>
      <Fieldset legend="Or by name and date of birth">
        <div className="hub-field-row hub-field-row--top">
          <TextField
            {...field('familyName')}
            label="Family name"
            autoComplete="off"
            defaultValue={value('familyName')}
            maxLength={120}
          />
          <DateField
            {...field('dateOfBirth')}
            label="Date of birth"
            defaultValue={value('dateOfBirth')}
            max={asOfDay}
          />
        </div>
      </Fieldset>
      <div className="hub-actions">{children}</div>
    </form>
  );
}
