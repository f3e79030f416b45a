import { eddInWords } from '../../domain/delay/edd-status.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { EddWords } from './edd-words.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanSection } from './plan-section.tsx';
import { SetByLine } from './set-by-line.tsx';

export function EddSection() {
  const { view, asOfDay, forms } = usePlan();
  const { edd, dischargedOn } = view.card;
  return (
    <PlanSection
      id="edd"
      title="Estimated discharge date (EDD)"
      digest={eddInWords(edd, asOfDay)}
      isOpenInPanel
    >
      <p className="hub-plan__value">
        <EddWords edd={edd} asOfDay={asOfDay} />
        <SetByLine {...view.eddSet} />
      </p>
      {forms.setEdd && <EddForm />}
      {!forms.setEdd && dischargedOn === null && (
        <p className="hub-quiet">The ward sets the EDD.</p>
      )}
    </PlanSection>
  );
}

function EddForm() {
  const { view, asOfDay } = usePlan();
  const { field, value } = usePlanFields('SetEdd');
  const { edd } = view.card;
  const isAhead = edd !== null && edd >= asOfDay;
  return (
    <PlanForm type="SetEdd" hidden={{ seen: edd ?? '' }}>
      <div className="hub-field-row hub-plan__row">
        <DateField
          {...field('edd')}
          label={edd === null ? 'Set EDD' : 'New EDD'}
          defaultValue={value('edd', isAhead ? edd : undefined)}
          min={asOfDay}
        />
        <TextField
          {...field('reason')}
          label="Reason for the EDD (optional)"
          defaultValue={value('reason')}
          maxLength={500}
        />
        <Button size="small">Set EDD</Button>
      </div>
    </PlanForm>
  );
}
