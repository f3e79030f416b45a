import { DESTINATIONS, DESTINATION_NAMES } from '../../domain/spell/discharge.ts';
import { isOpenState, TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { formatDay, formatInstant, wallClockOfInstant } from '../../domain/time.ts';
import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import { countOf } from '../count-words.ts';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { DateTimeField } from './date-time-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanSection } from './plan-section.tsx';

const DESTINATION_OPTIONS = [
  { value: '', label: 'Choose a destination' },
  ...DESTINATIONS.map((value) => ({ value, label: DESTINATION_NAMES[value] })),
];

/** The discharge itself: a fact with a time. Absent for those who neither record nor need it. */
export function DischargeSection() {
  const { view, forms, timeZone } = usePlan();
  const { dischargedOn } = view.card;
  if (dischargedOn === null && !forms.discharge) return null;
  const leftAt = view.stay?.dischargedAt ?? null;
  return (
    <PlanSection
      id="discharge"
      title="Discharge"
      digest={dischargedOn === null ? undefined : `Left ${formatDay(dischargedOn)}`}
    >
      {dischargedOn !== null && (
        <p>
          Left the hospital on{' '}
          {leftAt === null ? formatDay(dischargedOn) : formatInstant(leftAt, timeZone)}. Only notes
          can still be added.
        </p>
      )}
      {forms.discharge && <DischargeForm />}
      {forms.cancelDischarge && <CancelDischargeForm />}
    </PlanSection>
  );
}

/** For a discharge that was recorded by mistake, or that did not happen after all. */
function CancelDischargeForm() {
  const { field, value, isTicked, hasFailed } = usePlanFields('CancelDischarge');
  return (
    <Disclosure summary="Take the discharge back" isOpen={hasFailed}>
      <PlanForm type="CancelDischarge">
        <p>
          The stay goes on as if there had been none: whoever was ready is still waiting since the
          same day.
        </p>
        <TextField
          {...field('note')}
          label="Why it is taken back (optional)"
          defaultValue={value('note')}
        />
        <CheckboxField
          {...field('confirmed')}
          label="This person is still in hospital"
          defaultChecked={isTicked('confirmed', false)}
          size="small"
        />
        <Button size="small">Take the discharge back</Button>
      </PlanForm>
    </Disclosure>
  );
}

function DischargeForm() {
  const { view, now, timeZone } = usePlan();
  const { field, value, isTicked } = usePlanFields('DischargePatient');
  const wallClockNow = wallClockOfInstant(now, timeZone);
  const blocking = view.tasks.filter((task) => task.blocking && isOpenState(task.state)).length;
  return (
    <>
      <StillOpen />
      <PlanForm type="DischargePatient">
        <div className="hub-field-row">
          <DateTimeField
            {...field('at')}
            label="Date and time of discharge"
            defaultValue={value('at', wallClockNow)}
            min={view.stay && wallClockOfInstant(view.stay.admittedAt, timeZone)}
            max={wallClockNow}
          />
          <SelectField
            {...field('destination')}
            label="Destination"
            options={DESTINATION_OPTIONS}
            defaultValue={value('destination')}
          />
        </div>
        <CheckboxField
          {...field('confirmed')}
          label={leftLabel(blocking)}
          defaultChecked={isTicked('confirmed', false)}
          size="small"
        />
        <Button size="small">Record discharge</Button>
      </PlanForm>
    </>
  );
}

/** Whoever ticks it has read what nobody has finished. */
function leftLabel(blocking: number): string {
  const left = 'This person has left the hospital';
  if (blocking === 0) return left;
  return `${left}, with ${countOf(blocking, 'blocking task', 'blocking tasks')} still open`;
}

function StillOpen() {
  const { view, lookups } = usePlan();
  const open = view.tasks.filter(({ state }) => isOpenState(state));
  if (open.length === 0) return <p className="hub-quiet">No task is open.</p>;
  return (
    <>
      <p className="hub-plan__lead-in">Still open:</p>
      <ul className="hub-plan__bullets">
        {open.map((task) => (
          <li key={task.id}>
            {taskTypeName(lookups.catalogue, task.type)} ({TASK_OWNER_NAMES[task.owner]}
            {task.blocking && ', blocking discharge'})
          </li>
        ))}
      </ul>
    </>
  );
}
