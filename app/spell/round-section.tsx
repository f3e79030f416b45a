import { NOT_SEEN_REASONS, NOT_SEEN_REASON_NAMES } from '../../domain/rounds/board-round.ts';
import { TASK_OWNERS, TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { formatInstant } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanSection } from './plan-section.tsx';

type RoundSectionProps = {
  /** In a round that goes from patient to patient: what the button says, and open at once. */
  isRound?: boolean;
};

/** What the last board round came to, and the form of the next; nothing of it is for housing. */
export function RoundSection({ isRound = false }: RoundSectionProps) {
  const { view, forms, timeZone } = usePlan();
  if (view.stay === undefined) return null;
  const { lastRound } = view.stay;
  const digest = lastRound === null ? 'None yet' : formatInstant(lastRound.at, timeZone);
  return (
    <PlanSection id="round" title="Board round" digest={digest} isOpenInPanel={isRound}>
      <LastRound />
      {forms.recordBoardRound && (
        <RoundForm button={isRound ? 'Record and go on' : 'Record the round'} />
      )}
    </PlanSection>
  );
}

function LastRound() {
  const { view, timeZone } = usePlan();
  const round = view.stay?.lastRound ?? null;
  if (round === null) return <p className="hub-quiet">Nothing recorded in a board round yet.</p>;
  const { action, owner, person, notSeen, by, at } = round;
  const team = owner === null ? null : TASK_OWNER_NAMES[owner];
  return (
    <p className="hub-plan__value">
      {notSeen !== null && `Not seen: ${NOT_SEEN_REASON_NAMES[notSeen]}. `}
      {action !== null && (
        <>
          <strong>Next:</strong> {action} ({[person, team].filter((who) => who !== null).join(', ')}
          )
        </>
      )}
      <span className="hub-facts__by">
        {by.name}, {formatInstant(at, timeZone)}
      </span>
    </p>
  );
}

function RoundForm({ button }: { button: string }) {
  const { view } = usePlan();
  const { field, value } = usePlanFields('RecordBoardRound');
  return (
    <PlanForm type="RecordBoardRound" hidden={{ seen: view.stay?.lastRound?.at ?? '' }}>
      <TextField
        {...field('action')}
        label="Next action"
        defaultValue={value('action')}
        maxLength={300}
      />
      <div className="hub-field-row hub-plan__row">
        <SelectField
          {...field('owner')}
          label="Team that has it"
          options={OWNERS}
          defaultValue={value('owner', '')}
        />
        <TextField
          {...field('person')}
          label="Who of the team (optional)"
          defaultValue={value('person')}
          maxLength={80}
        />
      </div>
      <div className="hub-field-row hub-plan__row">
        <SelectField
          {...field('notSeen')}
          label="If not seen, why"
          options={REASONS}
          defaultValue={value('notSeen', '')}
        />
        <Button size="small">{button}</Button>
      </div>
    </PlanForm>
  );
}

const OWNERS = [
  { value: '', label: 'Choose a team' },
  ...TASK_OWNERS.map((owner) => ({ value: owner, label: TASK_OWNER_NAMES[owner] })),
];

const REASONS = [
  { value: '', label: 'Seen' },
  ...NOT_SEEN_REASONS.map((reason) => ({ value: reason, label: NOT_SEEN_REASON_NAMES[reason] })),
];
