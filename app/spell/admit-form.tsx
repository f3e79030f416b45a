import { useState } from 'react';
import { PATIENT_CLASSES } from '../../domain/spell/state.ts';
import type { PatientClass } from '../../domain/spell/state.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Fieldset } from '../components/fieldset.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { DateTimeField } from './date-time-field.tsx';
import type { PageFailure } from './form-failure.ts';
import type { FormFields } from './form-fields.ts';
import { formFields, summaryOf } from './form-fields.ts';
import type { FormValues } from './form-values.ts';
import { errorsInForm } from './person-from-form.ts';
import { PersonFieldsets } from './person-fieldsets.tsx';

const FORM_ID = 'admit';

const PATIENT_CLASS_NAMES: Record<PatientClass, string> = {
  emergency: 'Emergency',
  elective: 'Planned',
  day_case: 'Day case',
  transfer: 'Transfer from another hospital',
};
const CLASS_OPTIONS = PATIENT_CLASSES.map((value) => ({
  value,
  label: PATIENT_CLASS_NAMES[value],
}));

type AdmitFormProps = {
  wardName: string;
  asOfDay: CalendarDay;
  /** Wall-clock time of the hub's zone: nobody is admitted in the future. */
  wallClockNow: string;
  commandId: string;
  values: FormValues;
  failure: PageFailure | undefined;
};

/** Admits somebody whom the hospital's feed has not sent. */
export function AdmitForm({ wardName, asOfDay, wallClockNow, ...rest }: AdmitFormProps) {
  const { commandId, values, failure } = rest;
  const errors = errorsInForm(failure?.refusal.fields, false);
  const fields = formFields(FORM_ID, values, errors);
  return (
    <form method="post" noValidate className="hub-person-form">
      {failure !== undefined && <Failure key={commandId} failure={failure} errors={errors} />}
      <input type="hidden" name="id" value={commandId} />
      <input type="hidden" name="step" value="admit" />
      <PersonFieldsets fields={fields} asOfDay={asOfDay} />
      <Admission wardName={wardName} wallClockNow={wallClockNow} fields={fields} />
      <Button>Admit to {wardName}</Button>
    </form>
  );
}

type FailureProps = { failure: PageFailure; errors: Readonly<Record<string, string>> };

function Failure({ failure: { refusal }, errors }: FailureProps) {
  // Kept, as the summary takes the focus for each list it is given.
  const [list] = useState(() => summaryOf(FORM_ID, errors, refusal.message));
  return <ErrorSummary title="Not admitted yet" errors={list} />;
}

type AdmissionProps = Pick<AdmitFormProps, 'wardName' | 'wallClockNow'> & { fields: FormFields };

function Admission({ wardName, wallClockNow, fields }: AdmissionProps) {
  const { field, value, isTicked } = fields;
  return (
    <Fieldset legend={`Admission to ${wardName}`}>
      <div className="hub-field-row hub-field-row--top">
        <TextField
          {...field('bed')}
          label="Bed"
          hint="Empty: not known yet"
          defaultValue={value('bed')}
          maxLength={20}
          autoComplete="off"
        />
        <DateTimeField
          {...field('admittedAt')}
          label="Admitted at"
          hint="To the hospital, by its clock"
          defaultValue={value('admittedAt') ?? wallClockNow}
          max={wallClockNow}
        />
      </div>
      <div className="hub-field-row hub-field-row--top">
        <TextField
          {...field('specialty')}
          label="Specialty (optional)"
          defaultValue={value('specialty')}
          maxLength={80}
          autoComplete="off"
        />
        <SelectField
          {...field('patientClass')}
          label="Kind of admission"
          options={CLASS_OPTIONS}
          defaultValue={value('patientClass') ?? 'emergency'}
        />
      </div>
      <CheckboxField
        {...field('isMaternity')}
        label="Maternity stay"
        defaultChecked={isTicked('isMaternity')}
        size="small"
      />
    </Fieldset>
  );
}
