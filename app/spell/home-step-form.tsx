import type { HousingStepKey } from '../../domain/housing/housing-steps.ts';
import {
  GRANT_STEPS,
  HOME_STEPS,
  HOUSING_AUTHORITIES,
  HOUSING_AUTHORITY_NAMES,
  HOUSING_STEPS,
  HOUSING_STEP_NAMES,
  ROOMS,
  ROOM_NAMES,
  datesInText,
  findStep,
  isDone,
} from '../../domain/housing/housing-steps.ts';
import { Button } from '../components/button.tsx';
import { CheckboxesField } from '../components/checkboxes-field.tsx';
import { DateField } from '../components/date-field.tsx';
import { describedBy, FormGroup } from '../components/form-group.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { Disclosure } from './disclosure.tsx';
import type { StepStanding } from './home-fields.ts';
import { STEP_STANDINGS, seenOf } from './home-fields.ts';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';

const STANDING_NAMES: Record<StepStanding, string> = {
  done: 'It is done, or booked',
  planned: 'It is expected, not done yet',
  taken_back: 'It is not so after all: take it back',
};
const STANDINGS = STEP_STANDINGS.map((value) => ({ value, label: STANDING_NAMES[value] }));
const ROOM_OPTIONS = ROOMS.map((value) => ({ value, label: ROOM_NAMES[value] }));
const AUTHORITY_OPTIONS = [
  { value: '', label: 'Not a duty to refer' },
  ...HOUSING_AUTHORITIES.map((value) => ({ value, label: HOUSING_AUTHORITY_NAMES[value] })),
];

/** Records, corrects or takes back any step. */
export function HomeStepForm() {
  const { view, asOfDay } = usePlan();
  const { field, value, isTicked, hasFailed } = usePlanFields('RecordHousingStep');
  const { steps } = view.home;
  const seen = HOUSING_STEPS.map((step): [string, string] => [
    seenOf(step),
    datesInText(findStep(steps, step)) ?? '',
  ]);
  return (
    <Disclosure summary="Record or correct a step" isOpen={hasFailed}>
      <PlanForm type="RecordHousingStep" hidden={Object.fromEntries(seen)}>
        <StepSelect {...field('step')} defaultValue={value('step', nextOf(steps))} />
        <RadiosField
          {...field('standing')}
          label="How it stands"
          options={STANDINGS}
          defaultValue={value('standing', 'done')}
          size="small"
        />
        <div className="hub-field-row">
          <DateField
            {...field('doneOn')}
            label="Done on"
            defaultValue={value('doneOn', asOfDay)}
            max={asOfDay}
          />
          <DateField
            {...field('plannedFor')}
            label="Booked or expected for"
            defaultValue={value('plannedFor')}
          />
        </div>
        <CheckboxesField
          {...field('rooms')}
          label="Rooms"
          options={ROOM_OPTIONS}
          isTicked={(room) => isTicked('rooms', false, room)}
        />
        <SelectField
          {...field('authority')}
          label="Referred to (homelessness only)"
          options={AUTHORITY_OPTIONS}
          defaultValue={value('authority')}
        />
        <TextField
          {...field('who')}
          label="Who follows up (follow-up only)"
          defaultValue={value('who')}
          maxLength={100}
        />
        <TextAreaField
          {...field('note')}
          label="Note (optional)"
          hint="About the home. Everybody on this plan reads it, housing too: no clinical details."
          defaultValue={value('note')}
          rows={2}
        />
        <Button size="small">Save step</Button>
      </PlanForm>
    </Disclosure>
  );
}

/** What comes after the furthest step that was done. */
function nextOf(steps: Parameters<typeof isDone>[0]): HousingStepKey {
  const furthest = HOME_STEPS.findLastIndex((step) => isDone(steps, step));
  return HOME_STEPS[furthest + 1] ?? 'home_ready';
}

const GROUPS = [
  { name: 'The home', steps: HOME_STEPS },
  { name: 'Disabled Facilities Grant', steps: GRANT_STEPS },
  { name: 'Also', steps: ['duty_to_refer', 'followed_up'] },
] as const;

type StepSelectProps = {
  id: string;
  name: string;
  error: string | undefined;
  defaultValue: string | undefined;
};

function StepSelect({ id, name, error, defaultValue }: StepSelectProps) {
  return (
    <FormGroup id={id} label="Step" error={error}>
      <select
        {...describedBy({ id, error })}
        className={error ? 'nhsuk-select nhsuk-select--error' : 'nhsuk-select'}
        id={id}
        name={name}
        defaultValue={defaultValue}
      >
        {GROUPS.map((group) => (
          <optgroup key={group.name} label={group.name}>
            {group.steps.map((step) => (
              <option key={step} value={step}>
                {HOUSING_STEP_NAMES[step]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FormGroup>
  );
}
