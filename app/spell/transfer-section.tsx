import { wallClockOfInstant } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/text-field.tsx';
import { DateTimeField } from './date-time-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanSection } from './plan-section.tsx';
import { WardSelect } from './ward-select.tsx';

/** Where the person lies, and moving them within the trust. For those who may move them. */
export function TransferSection() {
  const { view, forms } = usePlan();
  if (!forms.transfer) return null;
  const { ward, bed } = view.card;
  const place = `${ward.name}, ${bed === undefined || bed === null ? 'no bed recorded' : `bed ${bed}`}`;
  return (
    <PlanSection id="transfer" title="Ward and bed" digest={place}>
      <p className="hub-plan__value">{place}</p>
      <TransferForm />
    </PlanSection>
  );
}

function TransferForm() {
  const { view, now, timeZone } = usePlan();
  const { field, value, hasFailed } = usePlanFields('TransferPatient');
  const wallClockNow = wallClockOfInstant(now, timeZone);
  return (
    <Disclosure summary="Move to another ward or bed" isOpen={hasFailed}>
      <PlanForm type="TransferPatient">
        <WardSelect {...field('wardId')} defaultValue={value('wardId')} />
        <div className="hub-field-row">
          <TextField
            {...field('bed')}
            label="Bed"
            hint="Empty: not known yet"
            defaultValue={value('bed')}
            maxLength={20}
            autoComplete="off"
          />
          <DateTimeField
            {...field('at')}
            label="Date and time of the move"
            defaultValue={value('at', wallClockNow)}
            min={view.stay && wallClockOfInstant(view.stay.admittedAt, timeZone)}
            max={wallClockNow}
          />
        </div>
        <Button size="small">Move</Button>
      </PlanForm>
    </Disclosure>
  );
}
