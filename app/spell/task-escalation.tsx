import type { Escalation } from '../../domain/escalation/escalation.ts';
import { ESCALATION_LEVEL_NAMES, levelInWords } from '../../domain/escalation/escalation.ts';
import type { SpellViewTask } from '../../domain/spell/spell-view.ts';
import { formatDay, formatInstant } from '../../domain/time.ts';
import { DateField } from '../components/date-field.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { Tag } from '../components/tag.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import type { TaskForm } from './allowed-forms.ts';
import { levelsToRaise } from './allowed-forms.ts';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { TaskDisclosure } from './task-disclosure.tsx';
import type { TaskFormProps } from './task-setting-forms.tsx';
import { TaskButton } from './task-setting-forms.tsx';

type TaskEscalationProps = TaskFormProps & { forms: readonly TaskForm[] };

/** With whom a raised task is, what is needed and what is being done, with room to take it on. */
export function TaskEscalation({ task, name, forms }: TaskEscalationProps) {
  const { escalation, raised } = task;
  if (escalation === undefined) return <SettledLine task={task} />;
  return (
    <div className="hub-task__questions">
      <div className="hub-task__asked">
        <Tag colour={escalation.isTakenOn ? 'orange' : 'red'}>
          Escalated to {levelInWords(escalation.level, task.owner)}
        </Tag>
        {raised !== null && <RaisedText raised={raised} />}
        {forms.includes('acknowledge') && <AcknowledgeForm task={task} name={name} />}
        {forms.includes('resolve') && <ResolveForm task={task} name={name} />}
      </div>
    </div>
  );
}

function RaisedText({ raised }: { raised: Escalation }) {
  const { timeZone, asOfDay } = usePlan();
  const { need, raisedBy, raisedAt, acknowledged } = raised;
  return (
    <>
      <p className="hub-task__text">
        {need ?? 'Its target passed long ago.'}
        <span className="hub-facts__by">
          {raisedBy.name}, {formatInstant(raisedAt, timeZone)}
        </span>
      </p>
      {acknowledged === null ? (
        <p className="hub-task__text">Nobody has taken it on yet.</p>
      ) : (
        <p className="hub-task__text">
          <strong>Next:</strong> {acknowledged.action}
          {acknowledged.reviewOn !== null && (
            <ReviewDay day={acknowledged.reviewOn} today={asOfDay} />
          )}
          <span className="hub-facts__by">
            {acknowledged.by.name}, {formatInstant(acknowledged.at, timeZone)}
          </span>
        </p>
      )}
    </>
  );
}

function ReviewDay({ day, today }: { day: string; today: string }) {
  if (day >= today) return <> (by {formatDay(day)})</>;
  return (
    <>
      {' '}
      <strong className="hub-plan__passed">Was to be done by {formatDay(day)}</strong>
    </>
  );
}

function SettledLine({ task: { raised } }: { task: SpellViewTask }) {
  const { timeZone } = usePlan();
  if (raised === null || raised.resolved === null) return null;
  const { by, at, outcome } = raised.resolved;
  return (
    <span className="hub-task__meta">
      Escalation resolved: {outcome} ({by.name}, {formatInstant(at, timeZone)})
    </span>
  );
}

function AcknowledgeForm({ task, name }: TaskFormProps) {
  const { asOfDay } = usePlan();
  const { field, value } = usePlanFields('AcknowledgeEscalation', task.id);
  const hidden = { seen: task.raised?.acknowledged?.at ?? '' };
  const isTakenOn = task.escalation?.isTakenOn === true;
  return (
    <TaskDisclosure
      type="AcknowledgeEscalation"
      {...{ task, name }}
      summary={isTakenOn ? 'Change what happens next' : 'Take it on'}
    >
      <PlanForm type="AcknowledgeEscalation" taskId={task.id} hidden={hidden}>
        <TextAreaField
          {...field('action')}
          label="What happens next"
          hint="You are the one who sees to it"
          defaultValue={value('action')}
          rows={2}
        />
        <DateField
          {...field('reviewOn')}
          label="Done, or looked at again, by (optional)"
          defaultValue={value('reviewOn')}
          min={asOfDay}
        />
        <TaskButton words="Take on" name={`the escalation of ${name}`} />
      </PlanForm>
    </TaskDisclosure>
  );
}

function ResolveForm({ task, name }: TaskFormProps) {
  const { field, value } = usePlanFields('ResolveEscalation', task.id);
  return (
    <TaskDisclosure type="ResolveEscalation" {...{ task, name }} summary="Resolve it">
      <PlanForm type="ResolveEscalation" taskId={task.id}>
        <TextAreaField
          {...field('outcome')}
          label="What came of it"
          defaultValue={value('outcome')}
          rows={2}
        />
        <TaskButton words="Resolve" name={`the escalation of ${name}`} />
      </PlanForm>
    </TaskDisclosure>
  );
}

/** The next rung is chosen beforehand; whoever knows better may skip it. */
export function EscalateForm({ task, name }: TaskFormProps) {
  const { me } = usePlan();
  const { field, value } = usePlanFields('Escalate', task.id);
  const levels = levelsToRaise(me, task);
  const isRaised = task.escalation !== undefined;
  return (
    <TaskDisclosure
      type="Escalate"
      {...{ task, name }}
      summary={isRaised ? 'Escalate further' : 'Escalate'}
    >
      <PlanForm type="Escalate" taskId={task.id}>
        <RadiosField
          {...field('to')}
          label="Whom it goes to"
          options={levels.map((level) => ({ value: level, label: ESCALATION_LEVEL_NAMES[level] }))}
          defaultValue={value('to', levels[0])}
          size="small"
        />
        <TextAreaField
          {...field('need')}
          label="What is needed, and why now"
          hint="Everybody who sees this task reads it"
          defaultValue={value('need')}
          rows={2}
        />
        <TaskButton words="Escalate" name={name} />
      </PlanForm>
    </TaskDisclosure>
  );
}
