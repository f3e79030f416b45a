import * as z from 'zod/mini';
import { refuse, ruleBroken } from '../../result.ts';
import type { Task } from '../../tasks/task.ts';
import { openQuestion } from '../../tasks/task.ts';
import { ASKED_OF } from '../../tasks/task-types.ts';
import { formatInstant } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import {
  NOTHING_NEW,
  NO_SUCH_TASK,
  findTask,
  happened,
  refuseIfFinished,
  refuseIfHeldByOther,
} from '../decision.ts';
import type { Spell } from '../state.ts';
import { spellCommand, uuid } from './shape.ts';

const MOST = 1000;
const text = (whenEmpty: string) =>
  z
    .string(whenEmpty)
    .check(
      z.trim(),
      z.minLength(1, whenEmpty),
      z.maxLength(MOST, 'Write at most 1,000 characters'),
    );

/** The command's id becomes the question's id. */
export const askAboutTask = z.strictObject({
  ...spellCommand('AskAboutTask'),
  taskId: uuid,
  askedOf: z.enum(ASKED_OF, 'Choose whom to ask'),
  question: text('Write the question'),
});
export const answerTaskQuestion = z.strictObject({
  ...spellCommand('AnswerTaskQuestion'),
  taskId: uuid,
  questionId: uuid,
  answer: text('Write the answer'),
});

type TaskQuestionCommand = z.infer<typeof askAboutTask> | z.infer<typeof answerTaskQuestion>;

/**
 * A team asks the ward or the hub about a task and has it meanwhile, waiting for information; once
 * answered, the task goes on where it stood (handbook 5). One question at a time, so that it is
 * plain what is waited for. The first answer counts; a second is told whose it was. An answer is
 * still taken when the task was released meanwhile, but not once it is finished.
 */
export function decideTaskQuestion(
  spell: Spell,
  command: TaskQuestionCommand,
  context: DecideContext,
): Decision {
  const task = findTask(spell, command.taskId);
  if (task === undefined) return NO_SUCH_TASK;
  return command.type === 'AskAboutTask'
    ? ask(spell, task, command, context)
    : answer(spell, task, command, context);
}

function ask(
  spell: Spell,
  task: Task,
  { id: questionId, askedOf, question }: z.infer<typeof askAboutTask>,
  context: DecideContext,
): Decision {
  const refused = refuseIfFinished(task) ?? refuseIfHeldByOther(task, context);
  if (refused !== null) return refused;
  if (context.actor.role === askedOf) {
    return ruleBroken('You would be asking yourselves. Choose whom else to ask.', 'askedOf');
  }
  if (openQuestion(task) !== null) {
    return ruleBroken('A question about this task is open already. Its answer comes first.');
  }
  const data = { questionId, askedOf, owner: task.owner };
  const details = { text: question };
  return happened(
    context,
    spell.id,
    { type: 'TaskQuestionAsked', data, details },
    { taskId: task.id },
  );
}

function answer(
  spell: Spell,
  task: Task,
  { questionId, answer: text }: z.infer<typeof answerTaskQuestion>,
  context: DecideContext,
): Decision {
  const question = task.questions.find(({ id }) => id === questionId);
  if (question === undefined) {
    return refuse('NOT_FOUND', 'This question is not there, or is not yours to see.');
  }
  const given = question.answer;
  if (given?.text === text) return NOTHING_NEW;
  if (given !== null) {
    const when = formatInstant(given.at, context.timeZone);
    return refuse('CONFLICT', `${given.by.name} answered this question already (${when}).`);
  }
  const finished = refuseIfFinished(task);
  if (finished !== null) return finished;
  return happened(
    context,
    spell.id,
    { type: 'TaskQuestionAnswered', data: { questionId }, details: { text } },
    { taskId: task.id },
  );
}
