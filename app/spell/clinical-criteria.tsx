import { Button } from '../components/button.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { SetByLine } from './set-by-line.tsx';

/** What must be true clinically before the person can leave: a text, beside the dated decision. */
export function ClinicalCriteria() {
  const { view, forms } = usePlan();
  if (view.stay === undefined) return null;
  const { text, ...set } = view.stay.clinicalCriteria;
  return (
    <div className="hub-plan__part">
      <h3 className="hub-plan__lead-in">Clinical criteria for discharge</h3>
      {text === null ? (
        <p className="hub-quiet">Not written yet.</p>
      ) : (
        <p className="hub-note__text">{text}</p>
      )}
      <SetByLine {...set} />
      {forms.setClinicalCriteria && <ClinicalCriteriaForm text={text} />}
    </div>
  );
}

function ClinicalCriteriaForm({ text }: { text: string | null }) {
  const { field, value, hasFailed } = usePlanFields('SetClinicalCriteria');
  return (
    <Disclosure
      summary={text === null ? 'Write the clinical criteria' : 'Change the clinical criteria'}
      isOpen={hasFailed}
    >
      <PlanForm type="SetClinicalCriteria" hidden={{ seen: text ?? '' }}>
        <TextAreaField
          {...field('text')}
          label="What must be true clinically before this person can leave"
          hint="For example: off oxygen for a night, eating and drinking, pain held by tablets"
          defaultValue={value('text', text ?? '')}
          maxLength={2000}
        />
        <Button size="small">Save clinical criteria</Button>
      </PlanForm>
    </Disclosure>
  );
}
