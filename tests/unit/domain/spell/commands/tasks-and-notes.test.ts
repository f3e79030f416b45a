import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../domain/actor.ts';
import type { Task } from '../../../../../domain/tasks/task.ts';
import type { TaskState } from '../../../../../domain/tasks/task-types.ts';
import {
  BELA,
  GONE,
  HANNAH,
  MO,
  PRIYA,
  SPELL_ID,
  TOM,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const TASK = idOf(50);
const step = (type: 'ClaimTask' | 'ReleaseTask' | 'StartTask' | 'CompleteTask', more = {}) => ({
  id: idOf(7),
  type,
  spellId: SPELL_ID,
  taskId: TASK,
  ...more,
});

const ref = ({ id, name }: Actor) => ({ id, name });
const HOLDERS: Record<string, Actor> = { Priya: PRIYA, Tom: TOM };

function given(state: TaskState, holder: string): Task {
  const by = HOLDERS[holder];
  return aTask({ state, claimedBy: by === undefined ? null : ref(by) });
}

const HELD = 'CONFLICT: Tom Ellis has this task already.';
const DONE = 'RULE_BROKEN: This task is done already.';
const CANCELLED = 'RULE_BROKEN: This task was cancelled.';

describe('the steps of a task, taken by Priya', () => {
  it.each<[TaskState, string, Parameters<typeof step>[0], string]>([
    ['open', 'nobody', 'ClaimTask', 'claimed by Priya Shah'],
    ['claimed', 'Priya', 'ClaimTask', 'nothing new'],
    ['in_progress', 'Priya', 'ClaimTask', 'nothing new'],
    ['claimed', 'Tom', 'ClaimTask', HELD],
    ['in_progress', 'Tom', 'ClaimTask', HELD],
    ['waiting_capacity', 'Tom', 'ClaimTask', HELD],
    ['done', 'Tom', 'ClaimTask', DONE],
    ['done', 'Priya', 'ClaimTask', DONE],
    ['cancelled', 'nobody', 'ClaimTask', CANCELLED],
    ['open', 'nobody', 'StartTask', 'in_progress by Priya Shah'],
    ['claimed', 'Priya', 'StartTask', 'in_progress by Priya Shah'],
    ['waiting_family', 'Priya', 'StartTask', 'in_progress by Priya Shah'],
    ['in_progress', 'Priya', 'StartTask', 'nothing new'],
    ['claimed', 'Tom', 'StartTask', HELD],
    ['in_progress', 'Tom', 'StartTask', HELD],
    ['done', 'Priya', 'StartTask', DONE],
    ['cancelled', 'Priya', 'StartTask', CANCELLED],
    ['claimed', 'Priya', 'ReleaseTask', 'open by nobody'],
    ['in_progress', 'Priya', 'ReleaseTask', 'open by nobody'],
    ['waiting_information', 'Priya', 'ReleaseTask', 'open by nobody'],
    ['claimed', 'Tom', 'ReleaseTask', HELD],
    ['open', 'nobody', 'ReleaseTask', 'nothing new'],
    ['done', 'Priya', 'ReleaseTask', DONE],
    ['cancelled', 'Priya', 'ReleaseTask', CANCELLED],
    ['open', 'nobody', 'CompleteTask', 'done by Priya Shah'],
    ['claimed', 'Priya', 'CompleteTask', 'done by Priya Shah'],
    ['in_progress', 'Priya', 'CompleteTask', 'done by Priya Shah'],
    ['in_progress', 'Tom', 'CompleteTask', 'done by Tom Ellis'],
    ['done', 'Tom', 'CompleteTask', 'nothing new'],
    ['cancelled', 'Tom', 'CompleteTask', CANCELLED],
  ])('%s, held by %s, %s: %s', (state, holder, type, outcome) => {
    const spell = aSpell({ tasks: [given(state, holder)] });
    const { answer, events, after } = when(spell, PRIYA, step(type));
    const task = after?.tasks[0];
    if (!answer.ok) {
      expect(`${answer.code}: ${answer.message}`).toBe(outcome);
      expect(events).toEqual([]);
    } else if (events.length === 0) {
      expect(outcome).toBe('nothing new');
    } else {
      expect(events).toMatchObject([{ taskId: TASK, spellId: SPELL_ID, by: ref(PRIYA) }]);
      expect(`${task?.state ?? ''} by ${task?.claimedBy?.name ?? 'nobody'}`).toBe(outcome);
    }
  });

  it('whoever comes second is told who has it', () => {
    const spell = aSpell({ tasks: [given('claimed', 'Tom')] });
    expect(when(spell, PRIYA, step('ClaimTask')).answer).toMatchObject({
      code: 'CONFLICT',
      current: { field: 'claimedBy', value: 'tom', by: { id: 'tom', name: 'Tom Ellis' } },
    });
  });

  it.each([
    ['claimed', 'claimed'],
    ['in_progress', 'in_progress'],
    ['waiting_capacity', 'waiting_capacity'],
  ] as const)('taking over a task that is %s leaves it %s', (state, stateAfter) => {
    const spell = aSpell({ tasks: [given(state, 'Tom')] });
    const { events, after } = when(spell, PRIYA, step('ClaimTask', { takeOverFrom: 'tom' }));
    expect(events).toMatchObject([{ type: 'TaskClaimed', data: { from: ref(TOM) } }]);
    expect(after?.tasks[0]).toMatchObject({ state: stateAfter, claimedBy: ref(PRIYA) });
  });

  it('taking over names the holder of now: from somebody else it is a conflict', () => {
    const spell = aSpell({ tasks: [given('claimed', 'Tom')] });
    const { answer } = when(spell, PRIYA, step('ClaimTask', { takeOverFrom: 'bela' }));
    expect(answer).toMatchObject({ code: 'CONFLICT', message: 'Tom Ellis has this task already.' });
  });

  it('taking over from somebody who let go in the meantime is a plain claim', () => {
    const { events } = when(
      aSpell({ tasks: [aTask()] }),
      PRIYA,
      step('ClaimTask', { takeOverFrom: 'tom' }),
    );
    expect(events).toMatchObject([{ type: 'TaskClaimed', data: { from: null } }]);
  });

  it('finishing a colleague’s task records who finished it', () => {
    const spell = aSpell({ tasks: [given('in_progress', 'Tom')] });
    expect(when(spell, PRIYA, step('CompleteTask')).after?.tasks[0]).toMatchObject({
      claimedBy: ref(TOM),
      completedBy: ref(PRIYA),
      completedAt: '2026-11-22T14:00:00.000Z',
    });
  });

  it('a task that is not there is not found, for those who may do any', () => {
    expect(when(aSpell(), MO, step('ClaimTask')).answer).toEqual({
      ok: false,
      code: 'NOT_FOUND',
      message: 'This task is not there, or is not yours to see.',
    });
  });

  it('a task of another team is refused', () => {
    const spell = aSpell({ tasks: [aTask()] });
    for (const actor of [BELA, HANNAH]) {
      expect(when(spell, actor, step('ClaimTask')).answer).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  it('only the named task moves', () => {
    const other = aTask({ id: idOf(51) });
    const { after } = when(aSpell({ tasks: [aTask(), other] }), PRIYA, step('ClaimTask'));
    expect(after?.tasks[1]).toEqual(other);
  });
});

describe('adding a task', () => {
  const addTask = { id: TASK, type: 'AddTask' as const, spellId: SPELL_ID, blocking: true };

  it('gives it the id of the command, its owner, and the time by which it should be done', () => {
    const { events, after } = when(aSpell(), PRIYA, { ...addTask, taskType: 'care_package' });
    expect(events).toMatchObject([{ type: 'TaskAdded', taskId: TASK, details: null }]);
    expect(after?.tasks).toEqual([
      aTask({
        type: 'care_package',
        owner: 'social_care',
        blockingSince: '2026-11-22T14:00:00.000Z',
        dueAt: '2026-11-25T09:00:00.000Z',
        addedAt: '2026-11-22T14:00:00.000Z',
      }),
    ]);
  });

  it('keeps its note with the details that can be erased', () => {
    const body = { ...addTask, taskType: 'key_safe' as const, note: ' Code with the neighbour ' };
    expect(when(aSpell(), PRIYA, body).events).toMatchObject([
      { details: { note: 'Code with the neighbour' } },
    ]);
  });

  it('has transport due on the eve of the EDD, and at no time while there is none', () => {
    const body = { ...addTask, taskType: 'transport' as const };
    const edd = { day: '2026-11-27', setBy: null, setAt: null };
    expect(when(aSpell({ edd }), PRIYA, body).after?.tasks[0]?.dueAt).toBe(
      '2026-11-27T00:00:00.000Z',
    );
    expect(when(aSpell(), PRIYA, body).after?.tasks[0]?.dueAt).toBeNull();
  });

  it.each([
    ['a broker: social care', BELA, 'care_package', true],
    ['a broker: Lightbulb', BELA, 'home_clearance', true],
    ['a broker: the ward', BELA, 'medicines', false],
    ['housing: Lightbulb', HANNAH, 'home_clearance', true],
    ['housing: social care', HANNAH, 'care_package', false],
    [
      'housing: a major adaptation in Leicester, which is the council’s',
      HANNAH,
      'major_adaptation',
      false,
    ],
    ['the hub: anything', MO, 'medicines', true],
  ] as const)('%s', (_what, actor, taskType, isAllowed) => {
    expect(when(aSpell(), actor, { ...addTask, taskType }).answer.ok).toBe(isAllowed);
  });

  it('refuses one for somebody who has left', () => {
    const body = { ...addTask, taskType: 'medicines' as const };
    expect(when(aSpell(GONE), PRIYA, body).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'This person already left the hospital on Fri 20 Nov. Nothing was changed.',
    });
  });
});

describe('adding a note', () => {
  const note = {
    id: idOf(60),
    type: 'AddNote' as const,
    spellId: SPELL_ID,
    text: ' Key with son ',
  };

  it('is for the ward and the hub unless it says otherwise', () => {
    const { events, after } = when(aSpell(), HANNAH, note);
    expect(after?.notes).toEqual([
      {
        id: idOf(60),
        text: 'Key with son',
        visibleTo: 'ward_and_hub',
        author: ref(HANNAH),
        writtenAt: '2026-11-22T14:00:00.000Z',
      },
    ]);
    expect(JSON.stringify(events[0]?.data)).not.toContain('son');
  });

  it('can be for others', () => {
    const { after } = when(aSpell(), PRIYA, { ...note, visibleTo: 'everyone' });
    expect(after?.notes[0]?.visibleTo).toBe('everyone');
  });

  it('is still possible when the person has left', () => {
    expect(when(aSpell(GONE), PRIYA, note).answer.ok).toBe(true);
  });
});

it('without a stay in sight, every change is not found', () => {
  expect(when(null, MO, step('ClaimTask')).answer).toEqual({
    ok: false,
    code: 'NOT_FOUND',
    message: 'This patient is not there, or is not yours to see.',
  });
});
