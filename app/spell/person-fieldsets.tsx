import { ETHNIC_CATEGORY_NAMES, SEX_NAMES } from '../../domain/persons/category-names.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import { ETHNIC_CATEGORIES, SEXES } from '../../domain/persons/person.ts';
import { DISTRICTS, PLACES, PLACE_NAMES } from '../../domain/persons/place.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { DateField } from '../components/date-field.tsx';
import { Fieldset } from '../components/fieldset.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { TextField } from '../components/text-field.tsx';
import type { FormFields } from './form-fields.ts';
import { DISTRICT_NAMES } from './person-words.ts';
import './person-form.scss';

const SEX_OPTIONS = SEXES.map((value) => ({ value, label: SEX_NAMES[value] }));
const ETHNIC_OPTIONS = ETHNIC_CATEGORIES.map((value) => ({
  value,
  label: ETHNIC_CATEGORY_NAMES[value],
}));
const PLACE_OPTIONS = PLACES.map((value) => ({ value, label: PLACE_NAMES[value] }));
const DISTRICT_OPTIONS = [
  { value: '', label: 'Not in Leicestershire, or not known' },
  ...DISTRICTS.map((value) => ({ value, label: DISTRICT_NAMES[value] })),
];

type PersonFieldsetsProps = { fields: FormFields; asOfDay: CalendarDay };

/** Everything that is known of a person, for a correction and for an admission by hand. */
export function PersonFieldsets({ fields, asOfDay }: PersonFieldsetsProps) {
  return (
    <>
      <NameAndNumbers fields={fields} asOfDay={asOfDay} />
      <Home fields={fields} />
      <Communication fields={fields} />
      <Safety fields={fields} />
    </>
  );
}

function NameAndNumbers({ fields, asOfDay }: PersonFieldsetsProps) {
  const { field, value } = fields;
  const text = (name: string) => ({ ...field(name), defaultValue: value(name), maxLength: 120 });
  return (
    <Fieldset legend="Name and numbers">
      <div className="hub-field-row hub-field-row--top">
        <TextField {...text('familyName')} label="Family name" autoComplete="off" />
        <TextField {...text('givenName')} label="Given name" autoComplete="off" />
      </div>
      <div className="hub-field-row hub-field-row--top">
        <DateField
          {...field('dateOfBirth')}
          label="Date of birth"
          defaultValue={value('dateOfBirth')}
          max={asOfDay}
        />
        <SelectField
          {...field('sex')}
          label="Sex"
          options={SEX_OPTIONS}
          defaultValue={value('sex') ?? 'not_known'}
        />
        <SelectField
          {...field('ethnicCategory')}
          label="Ethnic category"
          options={ETHNIC_OPTIONS}
          defaultValue={value('ethnicCategory') ?? '99'}
        />
      </div>
      <TextField
        {...field('nhsNumber')}
        label="NHS number (optional)"
        hint="Ten digits. Leave it empty if it is not known: the patient is flagged until it is"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={inGroups(value('nhsNumber'))}
      />
      <div className="hub-field-row hub-field-row--top">
        <TextField
          {...text('hospitalNumber')}
          label="Hospital number (optional)"
          autoComplete="off"
        />
        <TextField {...text('socialCareId')} label="Social care ID (optional)" autoComplete="off" />
      </div>
    </Fieldset>
  );
}

function inGroups(nhsNumber: string | undefined): string | undefined {
  return nhsNumber !== undefined && /^\d{10}$/.test(nhsNumber)
    ? formatNhsNumber(nhsNumber)
    : nhsNumber;
}

function Home({ fields: { field, value } }: Pick<PersonFieldsetsProps, 'fields'>) {
  const text = (name: string) => ({ ...field(name), defaultValue: value(name), maxLength: 120 });
  return (
    <Fieldset legend="Home">
      <TextField {...text('addressLine')} label="Address" autoComplete="off" />
      <div className="hub-field-row hub-field-row--top">
        <TextField {...text('addressTown')} label="Town" autoComplete="off" />
        <TextField {...text('addressPostcode')} label="Postcode (optional)" autoComplete="off" />
      </div>
      <div className="hub-field-row hub-field-row--top">
        <SelectField
          {...field('place')}
          label="Council"
          hint="By the home address"
          options={PLACE_OPTIONS}
          defaultValue={value('place') ?? 'unknown'}
        />
        <SelectField
          {...field('district')}
          label="District"
          hint="In Leicestershire only"
          options={DISTRICT_OPTIONS}
          defaultValue={value('district')}
        />
      </div>
    </Fieldset>
  );
}

function Communication({ fields }: Pick<PersonFieldsetsProps, 'fields'>) {
  const { field, value, isTicked } = fields;
  return (
    <Fieldset legend="Communication">
      <TextField
        {...field('language')}
        label="Language (optional)"
        defaultValue={value('language')}
        maxLength={120}
        autoComplete="off"
      />
      <CheckboxField
        {...field('needsInterpreter')}
        label="Needs an interpreter"
        defaultChecked={isTicked('needsInterpreter')}
        size="small"
      />
      <TextAreaField
        {...field('communicationNeeds')}
        label="Other communication needs"
        hint="One in each line, for example: large print"
        defaultValue={value('communicationNeeds')}
      />
    </Fieldset>
  );
}

function Safety({ fields: { field, value } }: Pick<PersonFieldsetsProps, 'fields'>) {
  return (
    <Fieldset legend="Safety">
      <TextAreaField
        {...field('riskToStaff')}
        label="Risk to staff who visit"
        hint="Empty: none known. Housing is told that there is a risk, not what it is"
        defaultValue={value('riskToStaff')}
        maxLength={400}
        rows={2}
      />
      <TextField
        {...field('accessContact')}
        label="Who opens the door"
        hint="Name and telephone number"
        defaultValue={value('accessContact')}
        maxLength={200}
        autoComplete="off"
      />
    </Fieldset>
  );
}
