import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../domain/actor.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import type { Task } from '../../../../../domain/tasks/task.ts';
import type { TaskState } from '../../../../../domain/tasks/task-types.ts';
import {
  BELA,
  HANNAH,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TOM,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const QUESTION = idOf(60);
const about = { spellId: SPELL_ID, taskId: idOf(50) };
const ask = { ...about, id: QUESTION, type: 'AskAboutTask', question: 'Which visits?' } as const;
const reply = { ...about, type: 'AnswerTaskQuestion', questionId: QUESTION } as const;
const ref = ({ id, name }: { id: string; name: string }) => ({ id, name });

function given(more: Partial<Task> = {}): Spell {
  return aSpell({ tasks: [aTask({ type: 'care_package', owner: 'social_care', ...more })] });
}

const asked = (spell = given()) => when(spell, BELA, { ...ask, askedOf: 'ward' }).after;
const taskOf = (spell: Spell | null) => spell?.tasks[0];

describe('asking about a task', () => {
  it('puts the question on it; whoever asks has the task, which waits for information', () => {
    expect(taskOf(asked())).toMatchObject({
      ...{ state: 'waiting_information', claimedBy: ref(BELA), claimedAt: NOW },
      questions: [
        {
          ...{ id: QUESTION, askedOf: 'ward', owner: 'social_care', text: 'Which visits?' },
          ...{ askedBy: ref(BELA), askedAt: NOW, answer: null },
        },
      ],
    });
  });

  it.each<[string, Actor, Partial<Task>, 'ward' | 'hub', string]>([
    ['somebody else has it', BELA, { state: 'claimed', claimedBy: ref(TOM) }, 'ward', 'CONFLICT: Tom Ellis has this task already.'],
    ['it is done', BELA, { state: 'done', claimedBy: ref(BELA) }, 'ward', 'RULE_BROKEN: This task is done already.'],
    ['it was cancelled', BELA, { state: 'cancelled' }, 'hub', 'RULE_BROKEN: This task was cancelled.'],
    ['a ward asks the ward', PRIYA, { owner: 'ward' }, 'ward', 'RULE_BROKEN: You would be asking yourselves. Choose whom else to ask.'],
    ['the hub asks the hub', MO, {}, 'hub', 'RULE_BROKEN: You would be asking yourselves. Choose whom else to ask.'],
    ['it is another team’s', HANNAH, {}, 'ward', 'NOT_ALLOWED: Not allowed'],
  ])('is refused when %s', (_why, actor, task, askedOf, refusal) => {
    const { answer } = when(given(task), actor, { ...ask, askedOf });
    expect(answer.ok ? 'accepted' : `${answer.code}: ${answer.message}`).toBe(refusal);
  }); // prettier-ignore

  it('is refused while another question is open', () => {
    const { answer } = when(asked(), BELA, { ...ask, id: idOf(61), askedOf: 'hub' });
    expect(answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'A question about this task is open already. Its answer comes first.',
    });
  });
});

describe('answering a question', () => {
  it.each<[string, Actor, string]>([
    ['the ward', PRIYA, 'accepted'],
    ['the hub', MO, 'accepted'],
    ['the team that asked', BELA, 'NOT_ALLOWED'],
    ['Lightbulb', HANNAH, 'NOT_ALLOWED'],
  ])('is for the ward and the hub: %s', (_who, actor, outcome) => {
    const { answer } = when(asked(), actor, { ...reply, id: idOf(62), answer: 'Two a day' });
    expect(answer.ok ? 'accepted' : answer.code).toBe(outcome);
  });

  it.each<[string, Partial<Task>, TaskState]>([
    ['that nobody had begun', {}, 'claimed'],
    ['that was in progress', { state: 'in_progress', claimedBy: ref(BELA), startedAt: NOW }, 'in_progress'],
  ])('lets a task go on %s', (_which, task, state) => {
    const { after } = when(asked(given(task)), PRIYA, { ...reply, id: idOf(62), answer: 'Two' });
    expect(taskOf(after)).toMatchObject({
      ...{ state, claimedBy: ref(BELA) },
      questions: [{ id: QUESTION, answer: { text: 'Two', by: ref(PRIYA), at: NOW } }],
    });
  }); // prettier-ignore

  it('leaves a task alone that waits for something else by then, or was let go of', () => {
    const answerOf = (spell: Spell | null) =>
      taskOf(when(spell, PRIYA, { ...reply, id: idOf(62), answer: 'Two' }).after)?.state;
    const family = { ...about, id: idOf(70), type: 'SetTaskWaiting', waiting: 'family' } as const;
    const release = { ...about, id: idOf(71), type: 'ReleaseTask' } as const;
    expect(answerOf(when(asked(), BELA, family).after)).toBe('waiting_family');
    expect(answerOf(when(asked(), BELA, release).after)).toBe('open');
  });

  it('tells a second person who has answered already, and takes the same words once', () => {
    const first = when(asked(), PRIYA, { ...reply, id: idOf(62), answer: 'Two a day' }).after;
    expect(when(first, MO, { ...reply, id: idOf(63), answer: ' Two a day ' })).toMatchObject({
      answer: { ok: true, events: [] },
    });
    expect(when(first, MO, { ...reply, id: idOf(64), answer: 'One' }).answer).toMatchObject({
      code: 'CONFLICT',
      message: 'Priya Shah answered this question already (Sun 22 Nov, 14:00).',
    });
  });

  it('is refused for a question that is not there, and once the task is finished', () => {
    const done = when(asked(), BELA, { ...about, id: idOf(72), type: 'CompleteTask' }).after;
    const late = when(done, PRIYA, { ...reply, id: idOf(62), answer: 'Two' }).answer;
    expect(late).toMatchObject({ code: 'RULE_BROKEN', message: 'This task is done already.' });
    const unknown = { ...reply, id: idOf(62), questionId: idOf(99), answer: 'Two' };
    expect(when(asked(), PRIYA, unknown).answer).toMatchObject({ code: 'NOT_FOUND' });
  });
});
