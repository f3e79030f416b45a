import { DELAY_REASONS } from '../../domain/delay/delay-reasons.ts';
import { formatInstant } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { ALL_REASON_GROUPS, ReasonSelect } from '../components/reason-select.tsx';
import { TextField } from '../components/text-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { FROM_TASKS } from './plan-fields.ts';
import { PlanForm } from './plan-form.tsx';

/**
 * The official reason, by its name, and who chose it where it does not follow from the tasks; where
 * there is none people are asked for one, never given one.
 */
export function PrimaryReason() {
  const { view, timeZone, forms } = usePlan();
  const { dischargeReadyDate = null, dischargedOn, primaryReason = null } = view.card;
  if (dischargeReadyDate === null || dischargedOn !== null) return null;
  const chosen = view.stay?.chosenReason ?? null;
  return (
    <div>
      <dt>Main reason for delay</dt>
      <dd>
        {primaryReason === null ? (
          <>
            No reason recorded
            <span className="hub-facts__by">
              Add the task that this person waits for, or mark one as blocking
            </span>
          </>
        ) : (
          DELAY_REASONS[primaryReason]
        )}
        {chosen !== null && (
          <span className="hub-facts__by">
            Chosen by {chosen.setBy.name}, {formatInstant(chosen.setAt, timeZone)}: {chosen.note}
          </span>
        )}
        {forms.setPrimaryReason && <ReasonForm />}
      </dd>
    </div>
  );
}

function ReasonForm() {
  const { view } = usePlan();
  const { field, value, hasFailed } = usePlanFields('SetPrimaryReason');
  const chosen = view.stay?.chosenReason?.reason ?? null;
  return (
    <Disclosure summary="Choose the main reason" isOpen={hasFailed}>
      <PlanForm type="SetPrimaryReason" hidden={{ seen: chosen ?? '' }}>
        <ReasonSelect
          {...field('reason')}
          label="Main reason"
          groups={ALL_REASON_GROUPS}
          none={{ value: FROM_TASKS, label: 'As it follows from the tasks' }}
          defaultValue={value('reason', chosen ?? FROM_TASKS) ?? FROM_TASKS}
        />
        <TextField
          {...field('note')}
          label="Why this is the main reason"
          defaultValue={value('note')}
        />
        <Button variant="secondary" size="small">
          Save main reason
        </Button>
      </PlanForm>
    </Disclosure>
  );
}
