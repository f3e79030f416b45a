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
import { InsetText } from '../components/inset-text.tsx';
import { FOLLOWS_ON, FOLLOWS_ON_WORDS, KNOWN_STAY } from './admission-of-found.ts';
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
      <Known fields={fields} />
      <PersonFieldsets fields={fields} asOfDay={asOfDay} />
      <Admission wardName={wardName} wallClockNow={wallClockNow} fields={fields} />
      <Button>Admit to {wardName}</Button>
    </form>
  );
}

/** Who was chosen: what the hub knows of them is kept unless it is written otherwise here. */
function Known({ fields: { value } }: { fields: FormFields }) {
  const knownSpellId = value(KNOWN_STAY) ?? '';
  if (knownSpellId === '') return null;
  return (
    <>
      <input type="hidden" name={KNOWN_STAY} value={knownSpellId} />
      <input type="hidden" name={FOLLOWS_ON_WORDS} value={value(FOLLOWS_ON_WORDS) ?? ''} />
      <InsetText>
        <p>
          The hub knows this person. What you leave empty or as it is stays as it was known; write
          only what is new.
        </p>
      </InsetText>
    </>
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
      {(value(FOLLOWS_ON_WORDS) ?? '') !== '' && (
        <CheckboxField
          {...field(FOLLOWS_ON)}
          label={`This stay follows on from ${value(FOLLOWS_ON_WORDS) ?? ''}`}
          hint="Tick it for a move from there, not for a new illness"
          defaultChecked={isTicked(FOLLOWS_ON)}
          size="small"
        />
      )}
      <CheckboxField
        {...field('isMaternity')}
        label="Maternity stay"
        defaultChecked={isTicked('isMaternity')}
        size="small"
      />
    </Fieldset>
  );
}
