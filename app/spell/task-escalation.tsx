import { levelInWords } from '../../domain/escalation/escalation.ts';
import { Tag } from '../components/tag.tsx';
import { AddActionForm } from './add-action-form.tsx';
import type { TaskForm } from './allowed-forms.ts';
import { levelsToRaise } from './allowed-forms.ts';
import {
  AcknowledgeForm,
  EscalateForm,
  RaisedText,
  ResolveForm,
  SettledLine,
} from './escalation-forms.tsx';
import { usePlan } from './plan-context.ts';
import { TaskDisclosure } from './task-disclosure.tsx';
import type { TaskFormProps } from './task-setting-forms.tsx';

type TaskEscalationProps = TaskFormProps & { forms: readonly TaskForm[] };

/** With whom a raised task is, what is needed and what is being done, with room to take it on. */
export function TaskEscalation({ task, name, forms }: TaskEscalationProps) {
  const { id: taskId, escalation, raised } = task;
  if (escalation === undefined) return <SettledLine raised={raised} />;
  return (
    <div className="hub-task__questions">
      <div className="hub-task__asked">
        <Tag colour={escalation.isTakenOn ? 'orange' : 'red'}>
          Escalated to {levelInWords(escalation.level, task.owner)}
        </Tag>
        {raised !== null && <RaisedText raised={raised} />}
        {forms.includes('acknowledge') && <AcknowledgeForm {...{ taskId, name, raised }} />}
        {forms.includes('acknowledge') && <AgreedForm task={task} name={name} />}
        {forms.includes('resolve') && <ResolveForm {...{ taskId, name }} />}
      </div>
    </div>
  );
}

export function EscalateTaskForm({ task, name }: TaskFormProps) {
  const { me } = usePlan();
  return (
    <EscalateForm
      {...{ taskId: task.id, name, levels: levelsToRaise(me, task) }}
      summary={task.escalation === undefined ? 'Escalate' : 'Escalate further'}
      hint="Everybody who sees this task reads it"
    />
  );
}

/** What else was agreed when it was taken on: who does what by when. */
function AgreedForm({ task, name }: TaskFormProps) {
  const { forms } = usePlan();
  if (forms.actionTeams.length === 0) return null;
  return (
    <TaskDisclosure type="AddAction" {...{ task, name }} summary="Add an action">
      <AddActionForm source="escalation" fromTaskId={task.id} />
    </TaskDisclosure>
  );
}
