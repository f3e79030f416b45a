import type { ActionSource } from '../../domain/actions/action.ts';
import { ACTION_SOURCE_NAMES } from '../../domain/actions/action.ts';
import { TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { isOwnTeam, ownTeam } from './action-colleagues.ts';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';

const PLAN_SOURCES = ['plan', 'escalation'] as const;

type AddActionFormProps = {
  source: ActionSource;
  /** The escalated task that it comes from. */
  fromTaskId?: string;
};

/** Who does what by when: of the teams that see this patient, as only these hear of it. */
export function AddActionForm({ source, fromTaskId }: AddActionFormProps) {
  const plan = usePlan();
  const { field, value } = usePlanFields('AddAction', fromTaskId);
  const teams = plan.forms.actionTeams;
  const [onlyTeam] = teams;
  const first = teams.length === 1 && onlyTeam !== undefined ? onlyTeam : '';
  // In the plan, what is agreed about an escalated stay may be of that.
  const isEitherSource = source === 'plan' && plan.view.card.escalation !== undefined;
  const hidden = {
    ...(!isEitherSource && { source }),
    ...(fromTaskId !== undefined && { fromTaskId }),
  };
  return (
    <PlanForm type="AddAction" {...(fromTaskId && { aboutId: fromTaskId })} hidden={hidden}>
      <TextAreaField
        {...field('what')}
        label="What is to be done"
        hint="Whoever does it reads it, and everybody else who sees this patient"
        defaultValue={value('what')}
        rows={2}
        maxLength={2000}
      />
      <div className="hub-field-row hub-plan__row">
        <SelectField
          {...field('owner')}
          label="Team that does it"
          options={[
            { value: '', label: 'Choose a team' },
            ...teams.map((owner) => ({ value: owner, label: TASK_OWNER_NAMES[owner] })),
          ]}
          defaultValue={value('owner', first)}
        />
        <DateField
          {...field('dueOn')}
          label="To be done by"
          defaultValue={value('dueOn')}
          min={plan.asOfDay}
        />
        {isEitherSource && (
          <SelectField
            {...field('source')}
            label="Agreed in"
            options={PLAN_SOURCES.map((one) => ({ value: one, label: ACTION_SOURCE_NAMES[one] }))}
            defaultValue={value('source', source)}
          />
        )}
        {teams.some((owner) => isOwnTeam(plan.me, owner)) && (
          <SelectField
            {...field('assigneeId')}
            label="Who, if of your own team"
            options={ownTeam(plan)}
            defaultValue={value('assigneeId', '')}
          />
        )}
      </div>
      <Button size="small">Add action</Button>
    </PlanForm>
  );
}
