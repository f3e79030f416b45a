import type { SpellViewTask } from '../../domain/spell/spell-view.ts';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import type { TaskForm } from './allowed-forms.ts';
import { TASK_FORM_COMMANDS } from './allowed-forms.ts';
import { Disclosure } from './disclosure.tsx';
import { formKeyOf } from './form-key.ts';
import { usePlan } from './plan-context.ts';
import { EscalateTaskForm } from './task-escalation.tsx';
import { AskForm } from './task-question.tsx';
import { ProviderForm, StartForm } from './task-service.tsx';
import { CancelTaskForm, DeclineTaskForm, ReopenTaskForm } from './task-ending-forms.tsx';
import { AssignTaskForm, BlockingForm, DueForm, WaitingForm } from './task-setting-forms.tsx';

/** What answers a question, or takes on what was raised, stands with that. */
export type MoreForm = Exclude<TaskForm, 'answer' | 'acknowledge' | 'resolve'>;

export function isMoreForm(form: TaskForm): form is MoreForm {
  return form !== 'answer' && form !== 'acknowledge' && form !== 'resolve';
}

type TaskMoreProps = { task: SpellViewTask; name: string; forms: readonly MoreForm[] };

/** What is done with a task now and then, out of the way of its everyday buttons. */
export function TaskMore({ task, name, forms }: TaskMoreProps) {
  const { failures } = usePlan();
  const keys = forms.map((form) => formKeyOf(TASK_FORM_COMMANDS[form], task.id));
  if (forms.length === 0) return null;
  if (forms.includes('reopen')) return <ReopenTaskForm task={task} name={name} />;
  return (
    <Disclosure
      summary={
        <>
          More <VisuallyHidden>for {name}</VisuallyHidden>
        </>
      }
      isOpen={failures.some(({ formKey }) => keys.includes(formKey))}
    >
      {forms.map((form) => {
        const Form = FORMS[form];
        return <Form key={form} task={task} name={name} />;
      })}
    </Disclosure>
  );
}

const FORMS = {
  ask: AskForm,
  provider: ProviderForm,
  start: StartForm,
  waiting: WaitingForm,
  due: DueForm,
  blocking: BlockingForm,
  escalate: EscalateTaskForm,
  assign: AssignTaskForm,
  decline: DeclineTaskForm,
  cancel: CancelTaskForm,
  reopen: ReopenTaskForm,
} as const satisfies Record<MoreForm, unknown>;
