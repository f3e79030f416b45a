import type { CardTask } from '../../domain/spell/card-task.ts';
import { TextField } from '../components/text-field.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import type { TaskStep } from './allowed-forms.ts';
import { STEP_COMMANDS } from './allowed-forms.ts';
import { Disclosure } from './disclosure.tsx';
import { usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';

type TaskStepsProps = { task: CardTask; name: string; steps: readonly TaskStep[] };

const WORDS: Record<Exclude<TaskStep, 'take_over'>, string> = {
  claim: 'Claim',
  start: 'Start',
  release: 'Release',
  complete: 'Complete',
};

/** The buttons of one task. Each says to a screen reader which task it is about. */
export function TaskSteps({ task, name, steps }: TaskStepsProps) {
  return (
    <div className="hub-task__actions">
      {steps.map((step) => {
        if (step === 'complete') return <CompleteForm key={step} task={task} name={name} />;
        if (step === 'take_over') return <TakeOverForm key={step} task={task} name={name} />;
        return (
          <PlanForm key={step} type={STEP_COMMANDS[step]} taskId={task.id} showsFailure={false}>
            <StepButton words={WORDS[step]} name={name} />
          </PlanForm>
        );
      })}
    </div>
  );
}

type NamedTask = Pick<TaskStepsProps, 'task' | 'name'>;

function TakeOverForm({ task, name }: NamedTask) {
  const { claimedBy } = task;
  if (claimedBy === null) return null;
  return (
    <PlanForm
      type="ClaimTask"
      taskId={task.id}
      hidden={{ takeOverFrom: claimedBy.id }}
      showsFailure={false}
    >
      <StepButton words={`Take over from ${claimedBy.name}`} name={name} />
    </PlanForm>
  );
}

function CompleteForm({ task, name }: NamedTask) {
  const { field, value, hasFailed } = usePlanFields('CompleteTask', task.id);
  return (
    <PlanForm type="CompleteTask" taskId={task.id} showsFailure={false}>
      <div className="hub-plan__complete">
        <StepButton words={WORDS.complete} name={name} isMain />
        <Disclosure
          summary={
            <>
              with its outcome <VisuallyHidden>on completing {name}</VisuallyHidden>
            </>
          }
          isOpen={hasFailed}
        >
          <TextField
            {...field('note')}
            label={`What came of ${name} (optional)`}
            defaultValue={value('note')}
          />
        </Disclosure>
      </div>
    </PlanForm>
  );
}

type StepButtonProps = { words: string; name: string; isMain?: boolean };

function StepButton({ words, name, isMain = false }: StepButtonProps) {
  return (
    <button type="submit" className={isMain ? 'hub-button hub-button--primary' : 'hub-button'}>
      {words} <VisuallyHidden>{name}</VisuallyHidden>
    </button>
  );
}
