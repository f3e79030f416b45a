import type { SpellViewTask } from '../../domain/spell/spell-view.ts';
import type { TaskQuestion } from '../../domain/tasks/task.ts';
import { ASKED_OF, ASKED_OF_NAMES } from '../../domain/tasks/task-types.ts';
import { formatInstant } from '../../domain/time.ts';
import { RadiosField } from '../components/radios-field.tsx';
import { Tag } from '../components/tag.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { TaskDisclosure } from './task-disclosure.tsx';
import type { TaskFormProps } from './task-setting-forms.tsx';
import { TaskButton } from './task-setting-forms.tsx';

type TaskQuestionsProps = { task: SpellViewTask; name: string; mayAnswer: boolean };

/** What was asked about a task and what was answered; the open question first, with room for its answer. */
export function TaskQuestions({ task, name, mayAnswer }: TaskQuestionsProps) {
  const isOpen = ({ answer }: TaskQuestion) => answer === null;
  const open = task.question === undefined ? undefined : task.questions.find(isOpen);
  const settled = task.questions.filter((question) => question.answer !== null);
  if (open === undefined && settled.length === 0) return null;
  return (
    <div className="hub-task__questions">
      {open !== undefined && (
        <div className="hub-task__asked">
          <Tag colour="yellow">Question for {ASKED_OF_NAMES[open.askedOf].toLowerCase()}</Tag>
          <QuestionText question={open} />
          {mayAnswer && <AnswerForm task={task} name={name} questionId={open.id} />}
        </div>
      )}
      {settled.map((question) => (
        <QuestionText key={question.id} question={question} />
      ))}
    </div>
  );
}

function QuestionText({ question }: { question: TaskQuestion }) {
  const { timeZone } = usePlan();
  const { text, askedBy, askedAt, answer } = question;
  return (
    <>
      <p className="hub-task__text">
        {text}
        <span className="hub-facts__by">
          {askedBy.name}, {formatInstant(askedAt, timeZone)}
        </span>
      </p>
      {answer !== null && (
        <p className="hub-task__text">
          <strong>Answer:</strong> {answer.text}
          <span className="hub-facts__by">
            {answer.by.name}, {formatInstant(answer.at, timeZone)}
          </span>
        </p>
      )}
    </>
  );
}

type AnswerFormProps = Pick<TaskQuestionsProps, 'task' | 'name'> & { questionId: string };

function AnswerForm({ task, name, questionId }: AnswerFormProps) {
  const { field, value } = usePlanFields('AnswerTaskQuestion', task.id);
  return (
    <PlanForm type="AnswerTaskQuestion" taskId={task.id} hidden={{ questionId }}>
      <TextAreaField
        {...field('answer')}
        label="Your answer"
        defaultValue={value('answer')}
        rows={2}
      />
      <TaskButton words="Answer" name={`the question about ${name}`} />
    </PlanForm>
  );
}

const WHOM = ASKED_OF.map((value) => ({ value, label: ASKED_OF_NAMES[value] }));

/** Asking makes the task wait for information, and the asker has it. */
export function AskForm({ task, name }: TaskFormProps) {
  const { me } = usePlan();
  const { field, value } = usePlanFields('AskAboutTask', task.id);
  return (
    <TaskDisclosure type="AskAboutTask" {...{ task, name }} summary="Ask for more information">
      <PlanForm type="AskAboutTask" taskId={task.id}>
        <RadiosField
          {...field('askedOf')}
          label="Whom to ask"
          options={WHOM.filter((option) => option.value !== me.role)}
          defaultValue={value('askedOf', me.role === 'ward' ? 'hub' : 'ward')}
          size="small"
        />
        <TextAreaField
          {...field('question')}
          label="Question"
          hint="The task waits for information until it is answered"
          defaultValue={value('question')}
          rows={2}
        />
        <TaskButton words="Ask" name={`about ${name}`} />
      </PlanForm>
    </TaskDisclosure>
  );
}
