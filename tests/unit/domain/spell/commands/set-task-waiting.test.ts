import { describe, expect, it } from 'vitest';
import type { Task } from '../../../../../domain/tasks/task.ts';
import type { TaskState, WaitingFor } from '../../../../../domain/tasks/task-types.ts';
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

const TASK = idOf(50);
const EARLIER = '2026-11-21T10:00:00.000Z';
const set = (waiting: WaitingFor | null, note?: string) => ({
  ...{ id: idOf(7), type: 'SetTaskWaiting' as const, spellId: SPELL_ID, taskId: TASK },
  waiting,
  note,
});
const refs = {
  nobody: null,
  Priya: { id: PRIYA.id, name: PRIYA.name },
  Tom: { id: TOM.id, name: TOM.name },
};
const given = (state: TaskState, holder: keyof typeof refs, more: Partial<Task> = {}) =>
  aSpell({ tasks: [aTask({ state, claimedBy: refs[holder], ...more })] });

const HELD = 'CONFLICT: Tom Ellis has this task already.';

describe('saying what a task waits for, by Priya', () => {
  it.each<[TaskState, keyof typeof refs, WaitingFor | null, string]>([
    ['open', 'nobody', 'capacity', 'waiting_capacity by Priya Shah'],
    ['open', 'nobody', null, 'nothing new'],
    ['claimed', 'Priya', 'information', 'waiting_information by Priya Shah'],
    ['claimed', 'Priya', null, 'nothing new'],
    ['in_progress', 'Priya', 'family', 'waiting_family by Priya Shah'],
    ['in_progress', 'Priya', null, 'nothing new'],
    ['waiting_capacity', 'Priya', 'capacity', 'nothing new'],
    ['waiting_capacity', 'Priya', 'information', 'waiting_information by Priya Shah'],
    ['waiting_family', 'Priya', null, 'in_progress by Priya Shah'],
    ['claimed', 'Tom', 'capacity', HELD],
    ['waiting_capacity', 'Tom', 'capacity', HELD],
    ['waiting_capacity', 'Tom', null, HELD],
    ['done', 'Priya', 'capacity', 'RULE_BROKEN: This task is done already.'],
    ['cancelled', 'nobody', 'capacity', 'RULE_BROKEN: This task was cancelled.'],
  ])('%s, held by %s, for %s: %s', (state, holder, waiting, outcome) => {
    const { answer, events, after } = when(given(state, holder), PRIYA, set(waiting));
    const task = after?.tasks[0];
    if (!answer.ok) {
      expect(`${answer.code}: ${answer.message}`).toBe(outcome);
    } else if (events.length === 0) {
      expect(outcome).toBe('nothing new');
    } else {
      expect(events).toMatchObject([{ type: 'TaskWaitingSet', taskId: TASK, data: { waiting } }]);
      expect(`${task?.state ?? ''} by ${task?.claimedBy?.name ?? 'nobody'}`).toBe(outcome);
    }
  });

  it('whoever comes second is told who has it', () => {
    expect(when(given('claimed', 'Tom'), PRIYA, set('capacity')).answer).toMatchObject({
      current: { field: 'claimedBy', value: 'tom', by: refs.Tom },
    });
  });

  it('keeps its note with the details that can be erased', () => {
    expect(
      when(given('open', 'nobody'), PRIYA, set('capacity', ' No slots ')).events,
    ).toMatchObject([{ details: { note: 'No slots' } }]);
  });

  it.each([
    ['work that had begun goes on, since when it began', EARLIER, set(null), EARLIER],
    ['work that had not begun begins', null, set(null), NOW],
    ['and so does starting it', EARLIER, { ...set(null), type: 'StartTask' as const }, EARLIER],
  ])('when the waiting is over, %s', (_what, startedAt, body, since) => {
    const { waiting: _waiting, ...start } = body;
    const order = body.type === 'StartTask' ? { ...start, type: body.type } : set(null);
    const { after } = when(given('waiting_capacity', 'Priya', { startedAt }), PRIYA, order);
    expect(after?.tasks[0]).toMatchObject({ state: 'in_progress', startedAt: since });
  });

  it.each([
    ['says what it waits for', set('capacity')],
    ['starts it', { ...onTask('StartTask') }],
    ['finishes it', { ...onTask('CompleteTask') }],
    ['claims it', { ...onTask('ClaimTask') }],
  ])('a task that was handed back is taken on by whoever %s', (_what, body) => {
    const declined = { by: refs.Tom, reason: 'other' as const, at: EARLIER, from: 'ward' as const };
    const spell = given('open', 'nobody', { owner: 'hub', declined });
    expect(when(spell, MO, body).after?.tasks[0]).toMatchObject({
      declined: null,
      claimedBy: { id: MO.id },
    });
  });

  it('only the team of the task, and the hub', () => {
    const allowed = [PRIYA, BELA, HANNAH, MO].map(
      (actor) => when(given('open', 'nobody'), actor, set('capacity')).answer.ok,
    );
    expect(allowed).toEqual([true, false, false, true]);
  });
});

function onTask<const Type extends string>(type: Type) {
  return { id: idOf(7), type, spellId: SPELL_ID, taskId: TASK };
}
