import type { Escalation, EscalationLevel } from '../../domain/escalation/escalation.ts';
import { ESCALATION_LEVEL_NAMES, needInWords } from '../../domain/escalation/escalation.ts';
import { formatDay, formatInstant } from '../../domain/time.ts';
import { DateField } from '../components/date-field.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { NamedDisclosure } from './named-disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { TaskButton } from './task-setting-forms.tsx';

/** A task, or without an id the stay itself, and how it is called within a sentence. */
export type Escalatable = { taskId?: string; name: string };

/** What a form about it says of it: that it is about no task is said, too. */
function aboutIt({ taskId }: Escalatable): {
  taskId?: string;
  hidden: Readonly<Record<string, string>>;
} {
  return taskId === undefined ? { hidden: { taskId: '' } } : { taskId, hidden: {} };
}

/** What is needed, or the rule that raised it, and what is being done. */
export function RaisedText({ raised }: { raised: Escalation }) {
  const { timeZone, asOfDay } = usePlan();
  const { raisedBy, raisedAt, acknowledged } = raised;
  return (
    <>
      <p className="hub-task__text">
        {needInWords(raised)}
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

/** What came of it, once it is settled. */
export function SettledLine({ raised }: { raised: Escalation | null }) {
  const { timeZone } = usePlan();
  if (raised === null || raised.resolved === null) return null;
  const { by, at, outcome } = raised.resolved;
  return (
    <span className="hub-task__meta">
      Escalation resolved: {outcome} ({by.name}, {formatInstant(at, timeZone)})
    </span>
  );
}

type RaisedFormProps = Escalatable & { raised: Escalation | null };

export function AcknowledgeForm({ raised, ...it }: RaisedFormProps) {
  const { asOfDay } = usePlan();
  const { field, value } = usePlanFields('AcknowledgeEscalation', it.taskId);
  const { hidden, ...about } = aboutIt(it);
  const acknowledged = raised?.acknowledged ?? null;
  return (
    <NamedDisclosure
      type="AcknowledgeEscalation"
      taskId={it.taskId}
      name={it.name}
      summary={acknowledged === null ? 'Take it on' : 'Change what happens next'}
    >
      <PlanForm
        type="AcknowledgeEscalation"
        {...about}
        hidden={{ ...hidden, seen: acknowledged?.at ?? '' }}
      >
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
        <TaskButton words="Take on" name={`the escalation of ${it.name}`} />
      </PlanForm>
    </NamedDisclosure>
  );
}

export function ResolveForm(it: Escalatable) {
  const { field, value } = usePlanFields('ResolveEscalation', it.taskId);
  return (
    <NamedDisclosure
      type="ResolveEscalation"
      taskId={it.taskId}
      name={it.name}
      summary="Resolve it"
    >
      <PlanForm type="ResolveEscalation" {...aboutIt(it)}>
        <TextAreaField
          {...field('outcome')}
          label="What came of it"
          defaultValue={value('outcome')}
          rows={2}
        />
        <TaskButton words="Resolve" name={`the escalation of ${it.name}`} />
      </PlanForm>
    </NamedDisclosure>
  );
}

type EscalateFormProps = Escalatable & {
  summary: string;
  /** To whom it may go, the nearest first: that one is chosen beforehand. */
  levels: readonly EscalationLevel[];
  hint: string;
};

/** The next rung is chosen beforehand; whoever knows better may skip it. */
export function EscalateForm({ summary, levels, hint, ...it }: EscalateFormProps) {
  const { field, value } = usePlanFields('Escalate', it.taskId);
  return (
    <NamedDisclosure type="Escalate" taskId={it.taskId} name={it.name} summary={summary}>
      <PlanForm type="Escalate" {...aboutIt(it)}>
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
          hint={hint}
          defaultValue={value('need')}
          rows={2}
        />
        <TaskButton words="Escalate" name={it.name} />
      </PlanForm>
    </NamedDisclosure>
  );
}
