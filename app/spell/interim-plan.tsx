import { planInText } from '../../domain/housing/home.ts';
import { Button } from '../components/button.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { SetByLine } from './set-by-line.tsx';

/** How somebody can leave before an adaptation that takes longer than their stay. */
export function InterimPlan() {
  const { view, forms } = usePlan();
  const { plan, ...set } = view.home.interimPlan;
  const asksForOne = view.tasks.some(
    ({ type, state }) => type === 'major_adaptation' && state !== 'cancelled',
  );
  if (plan === null && !forms.setInterimPlan && !asksForOne) return null;
  return (
    <div className="hub-plan__part">
      <h3 className="hub-plan__lead-in">Interim plan</h3>
      {plan === null ? (
        <p className={asksForOne ? 'hub-plan__warning' : 'hub-quiet'}>
          {asksForOne
            ? 'Not written yet. A major adaptation almost never finishes within a stay: how can this person leave before it?'
            : 'None. A major adaptation needs one.'}
        </p>
      ) : (
        <>
          <p className="hub-note__text">{plan.text}</p>
          <p>
            <strong>Able to leave when:</strong> {plan.leavesWhen}
          </p>
        </>
      )}
      <SetByLine {...set} />
      {forms.setInterimPlan && <InterimPlanForm />}
    </div>
  );
}

function InterimPlanForm() {
  const { view } = usePlan();
  const { field, value, hasFailed } = usePlanFields('SetInterimPlan');
  const { plan } = view.home.interimPlan;
  return (
    <Disclosure
      summary={plan === null ? 'Write an interim plan' : 'Change the interim plan'}
      isOpen={hasFailed}
    >
      <PlanForm type="SetInterimPlan" hidden={{ seen: planInText(plan) ?? '' }}>
        <TextAreaField
          {...field('text')}
          label="Plan until the work is done"
          hint="For example: bed downstairs, strip washes, two care visits a day. Empty takes it away."
          defaultValue={value('text', plan?.text ?? '')}
          maxLength={2000}
        />
        <TextField
          {...field('leavesWhen')}
          label="Able to leave when"
          defaultValue={value('leavesWhen', plan?.leavesWhen ?? '')}
          maxLength={2000}
        />
        <Button size="small">Save interim plan</Button>
      </PlanForm>
    </Disclosure>
  );
}
