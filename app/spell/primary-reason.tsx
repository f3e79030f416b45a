import { DELAY_REASONS, REASON_GROUPS } from '../../domain/delay/delay-reasons.ts';
import { formatInstant } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { describedBy, FormGroup } from '../components/form-group.tsx';
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

type ReasonSelectProps = {
  id: string;
  name: string;
  error: string | undefined;
  defaultValue: string;
};

function ReasonSelect({ id, name, error, defaultValue }: ReasonSelectProps) {
  return (
    <FormGroup id={id} label="Main reason" error={error}>
      <select
        {...describedBy({ id, error })}
        {...{ id, name, defaultValue }}
        className={error ? 'nhsuk-select nhsuk-select--error' : 'nhsuk-select'}
      >
        <option value={FROM_TASKS}>As it follows from the tasks</option>
        {GROUPS.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FormGroup>
  );
}

const GROUPS = Object.entries(REASON_GROUPS).map(([letter, label]) => ({
  label,
  options: Object.entries(DELAY_REASONS)
    .filter(([key]) => key.startsWith(letter))
    .map(([value, name]) => ({ value, label: name })),
}));
