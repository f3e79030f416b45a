import { CRITERIA_TO_RESIDE, CRITERION_CODES } from '../../domain/spell/criteria.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { FieldMessages } from '../components/form-group.tsx';
import { TextField } from '../components/text-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';

const TYPE = 'RecordCriteriaToReside';

/** The person meets the criteria again: the clock of the delay stops on that day. */
export function CriteriaMetForm() {
  const { view, asOfDay } = usePlan();
  const { field, value, hasFailed } = usePlanFields(TYPE);
  return (
    <Disclosure summary="Criteria are met again" isOpen={hasFailed}>
      <PlanForm type={TYPE}>
        <div className="hub-field-row">
          <DateField
            {...field('metOn')}
            label="Met again on"
            defaultValue={value('metOn', asOfDay)}
            min={view.card.dischargeReadyDate ?? undefined}
            max={asOfDay}
          />
          <TextField
            {...field('note')}
            label="Note on the review (optional)"
            defaultValue={value('note')}
          />
        </div>
        <CriteriaBoxes />
        <Button size="small">Record that criteria are met</Button>
      </PlanForm>
    </Disclosure>
  );
}

function CriteriaBoxes() {
  const { field, isTicked } = usePlanFields(TYPE);
  const { id, name, error } = field('criteria');
  return (
    <div className={error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
      <fieldset className="nhsuk-fieldset" aria-describedby={`${id}-hint`}>
        <legend className="nhsuk-fieldset__legend">Which criteria</legend>
        <FieldMessages
          id={id}
          hint="None ticked counts as “specific criteria not recorded”."
          error={error}
        />
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small hub-plan__criteria">
          {CRITERION_CODES.map((code, index) => (
            <div className="nhsuk-checkboxes__item" key={code}>
              <input
                className="nhsuk-checkboxes__input"
                type="checkbox"
                id={index === 0 ? id : `${id}-${code}`}
                name={name}
                value={code}
                defaultChecked={isTicked('criteria', false, code)}
              />
              <label
                className="nhsuk-label nhsuk-checkboxes__label"
                htmlFor={index === 0 ? id : `${id}-${code}`}
              >
                {CRITERIA_TO_RESIDE[code]}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
