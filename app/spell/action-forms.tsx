import { ACTION_OUTCOMES, ACTION_OUTCOME_NAMES } from '../../domain/actions/action.ts';
import type { ActionView } from '../../domain/actions/action-sight.ts';
import { DateField } from '../components/date-field.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { actionColleagues } from './action-colleagues.ts';
import { allowedActionForms } from './allowed-forms.ts';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { TaskDisclosure } from './task-disclosure.tsx';
import { TaskButton } from './task-setting-forms.tsx';

type ActionFormProps = { action: ActionView };

/** What this person may do with an action now: say what came of it, chase it, move it. */
export function ActionForms({ action }: ActionFormProps) {
  const { me, view } = usePlan();
  const forms = allowedActionForms(me, view.card, action);
  if (forms.length === 0) return null;
  return (
    <div className="hub-action__forms">
      {forms.includes('finish') && <FinishForm action={action} />}
      {forms.includes('chase') && <ChaseForm action={action} />}
      {forms.includes('change') && <ChangeForm action={action} />}
    </div>
  );
}

const OUTCOMES = ACTION_OUTCOMES.map((value) => ({ value, label: ACTION_OUTCOME_NAMES[value] }));

function FinishForm({ action }: ActionFormProps) {
  const { id, what } = action;
  const { field, value } = usePlanFields('FinishAction', id);
  return (
    <TaskDisclosure type="FinishAction" task={action} name={what} summary="Say what came of it">
      <PlanForm type="FinishAction" aboutId={id} hidden={{ actionId: id }}>
        <RadiosField
          {...field('outcome')}
          label="What became of it"
          options={OUTCOMES}
          defaultValue={value('outcome', 'done')}
          size="small"
        />
        <TextAreaField
          {...field('words')}
          label="What came of it, or why it is no longer needed"
          defaultValue={value('words')}
          rows={2}
          maxLength={2000}
        />
        <TaskButton words="Finish" name={what} />
      </PlanForm>
    </TaskDisclosure>
  );
}

function ChaseForm({ action }: ActionFormProps) {
  const { id, what } = action;
  const { field, value } = usePlanFields('ChaseAction', id);
  return (
    <TaskDisclosure type="ChaseAction" task={action} name={what} summary="Chase">
      <PlanForm type="ChaseAction" aboutId={id} hidden={{ actionId: id }}>
        <TextAreaField
          {...field('words')}
          label="What you are waiting for"
          hint="Whoever has it is told at once"
          defaultValue={value('words')}
          rows={2}
          maxLength={2000}
        />
        <TaskButton words="Chase" name={what} />
      </PlanForm>
    </TaskDisclosure>
  );
}

function ChangeForm({ action }: ActionFormProps) {
  const plan = usePlan();
  const { id, what, dueOn, setAt, person } = action;
  const { field, value } = usePlanFields('ChangeAction', id);
  const people = actionColleagues(plan, action);
  return (
    <TaskDisclosure type="ChangeAction" task={action} name={what} summary="Move its day or hand on">
      <PlanForm type="ChangeAction" aboutId={id} hidden={{ actionId: id, seen: setAt }}>
        <div className="hub-field-row hub-plan__row">
          <DateField
            {...field('dueOn')}
            label="To be done by"
            defaultValue={value('dueOn', dueOn)}
          />
          <SelectField
            {...field('assigneeId')}
            label="Who of the team"
            options={people}
            defaultValue={value('assigneeId', person?.id ?? '')}
          />
        </div>
        <TextField {...field('note')} label="Why (optional)" defaultValue={value('note')} />
        <TaskButton words="Change" name={what} />
      </PlanForm>
    </TaskDisclosure>
  );
}
