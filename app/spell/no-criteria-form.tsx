import { calendarDay } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { DateField } from '../components/date-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';

const TYPE = 'RecordNoCriteriaToReside';

export function NoCriteriaForm() {
  const { view, asOfDay, timeZone } = usePlan();
  const { field, value, isTicked, hasFailed } = usePlanFields(TYPE);
  const admittedAt = view.stay?.admittedAt;
  return (
    <Disclosure summary="Record no criteria to reside" isOpen={hasFailed}>
      <PlanForm type={TYPE}>
        <div className="hub-field-row">
          <DateField
            {...field('readyDate')}
            label="Ready since"
            defaultValue={value('readyDate', asOfDay)}
            max={asOfDay}
            min={admittedAt === undefined ? undefined : calendarDay(admittedAt, timeZone)}
          />
          <TextField
            {...field('note')}
            label="Note on the decision (optional)"
            defaultValue={value('note')}
          />
        </div>
        <CheckboxField
          {...field('confirmed')}
          label="The team responsible for this person’s care has made this decision"
          defaultChecked={isTicked('confirmed', false)}
          size="small"
        />
        <Button size="small">Record no criteria to reside</Button>
      </PlanForm>
    </Disclosure>
  );
}
