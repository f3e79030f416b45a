import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../domain/actor.ts';
import type { Task } from '../../../../../domain/tasks/task.ts';
import type { TaskOwner, TaskState } from '../../../../../domain/tasks/task-types.ts';
import {
  ADA,
  BELA,
  GONE,
  HANNAH,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TOM,
  aPerson,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const about = { id: idOf(7), spellId: SPELL_ID, taskId: idOf(50) };
const block = (blocking: boolean, seen: boolean) => ({
  ...{ ...about, type: 'SetTaskBlocking' as const, blocking, seen },
});
const due = (dueAt: string | null, seen: string | null) => ({
  ...{ ...about, type: 'SetTaskDue' as const, dueAt, seen },
});
const assign = (owner: TaskOwner, assigneeId?: string) => ({
  ...{ ...about, type: 'AssignTask' as const, owner, assigneeId },
});
const ref = ({ id, name }: Actor) => ({ id, name });
const given = (more: Partial<Task> = {}) => aSpell({ tasks: [aTask(more)] });

const MONDAY = '2026-11-23T09:00:00.000Z';
const TUESDAY = '2026-11-24T09:00:00.000Z';

describe('every setting of a task', () => {
  const orders = [block(false, true), due(MONDAY, null), assign('social_care')];

  it.each<[TaskState, string]>([
    ['done', 'This task is done already.'],
    ['cancelled', 'This task was cancelled.'],
  ])('stands once the task is %s', (state, message) => {
    for (const body of orders) {
      expect(when(given({ state }), MO, body).answer).toMatchObject({
        code: 'RULE_BROKEN',
        message,
      });
    }
  });

  it('needs the task', () => {
    for (const body of orders) {
      expect(when(aSpell(), MO, body).answer).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('keeps its note with the details that can be erased', () => {
    for (const body of orders) {
      expect(when(given(), MO, { ...body, note: ' Rang ' }).events).toMatchObject([
        { details: { note: 'Rang' } },
      ]);
    }
  });
});

describe('whether a task blocks', () => {
  it('one that blocks from now on says since when', () => {
    const spell = given({ blocking: false, blockingSince: null });
    const { events, after } = when(spell, PRIYA, block(true, false));
    expect(events).toMatchObject([{ type: 'TaskBlockingSet', data: { blocking: true } }]);
    expect(after?.tasks[0]).toMatchObject({ blocking: true, blockingSince: NOW });
  });

  it('one that blocks no longer has no such time', () => {
    expect(when(given(), PRIYA, block(false, true)).after?.tasks[0]).toMatchObject({
      blocking: false,
      blockingSince: null,
    });
  });

  it.each([true, false])('is done without an event where it stands already (seen %s)', (seen) => {
    expect(when(given(), PRIYA, block(true, seen)).answer).toEqual({ ok: true, events: [] });
  });

  it('tells somebody who saw it otherwise what stands now', () => {
    const spell = given({ blocking: false, blockingSince: null });
    expect(when(spell, PRIYA, block(true, true)).answer).toEqual({
      ok: false,
      code: 'CONFLICT',
      message:
        'Somebody said that this task does not block the discharge after you opened it. Keep that, or use yours?',
      current: { field: 'blocking', value: false, by: null, at: null },
    });
    expect(when(given(), PRIYA, block(false, false)).answer).toMatchObject({
      message:
        'Somebody said that this task blocks the discharge after you opened it. Keep that, or use yours?',
    });
  });

  it('tells them who said so, and when', () => {
    const before = given({ blocking: false, blockingSince: null });
    const earlier = when(before, TOM, block(true, false));
    const history = [...when(given(), MO, due(MONDAY, null)).events, ...earlier.events];
    expect(when(earlier.after, PRIYA, block(false, false), { history }).answer).toMatchObject({
      message:
        'Tom Ellis said that this task blocks the discharge (Sun 22 Nov, 14:00) after you opened it. Keep that, or use yours?',
      current: { field: 'blocking', value: true, by: ref(TOM), at: NOW },
    });
  });

  it('nothing blocks somebody who has left', () => {
    const spell = { ...given(), ...GONE };
    expect(when(spell, PRIYA, block(false, true)).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'This person already left the hospital on Fri 20 Nov. Nothing was changed.',
    });
  });

  it('is for wards for any task of their patients, for a team for its own, and for the hub', () => {
    const care = given({ owner: 'social_care', type: 'care_package' });
    const allowed = [PRIYA, { ...TOM, wardIds: ['g20'] }, BELA, HANNAH, MO].map(
      (actor) => when(care, actor, block(false, true)).answer.ok,
    );
    expect(allowed).toEqual([true, false, true, false, true]);
  });
});

describe('when a task is due', () => {
  it('tells somebody who saw another target who set it, and when', () => {
    const { after, events: history } = when(given(), TOM, due(MONDAY, null));
    const answer = when(after, PRIYA, due(TUESDAY, null), { history }).answer;
    expect(answer).toMatchObject({
      message:
        'Tom Ellis set the target to Mon 23 Nov, 09:00 (Sun 22 Nov, 14:00) after you opened it. Keep that, or use yours?',
      current: { field: 'dueAt', value: MONDAY, by: ref(TOM), at: NOW },
    });
  });

  it.each([
    ['a first target', null, null, MONDAY],
    ['another', MONDAY, MONDAY, TUESDAY],
    ['none any more', MONDAY, MONDAY, null],
    ['this very moment', null, null, NOW],
    [
      'one after a target that has passed',
      '2026-11-21T09:00:00.000Z',
      '2026-11-21T09:00:00Z',
      MONDAY,
    ],
  ])('%s', (_what, before, seen, dueAt) => {
    const { events, after } = when(given({ dueAt: before }), PRIYA, due(dueAt, seen));
    expect(events).toMatchObject([{ type: 'TaskDueSet', data: { dueAt, previous: before } }]);
    expect(after?.tasks[0]?.dueAt).toBe(dueAt);
  });

  it.each([null, TUESDAY])('is done without an event where it stands already (saw %s)', (seen) => {
    expect(when(given({ dueAt: MONDAY }), PRIYA, due(MONDAY, seen)).answer).toEqual({
      ok: true,
      events: [],
    });
  });

  it('refuses the past', () => {
    const message = 'A task cannot be due in the past.';
    expect(when(given(), PRIYA, due('2026-11-22T13:59:59.999Z', null)).answer).toEqual({
      ...{ ok: false, code: 'RULE_BROKEN', message },
      fields: { dueAt: message },
    });
  });

  it.each([
    [MONDAY, 'Somebody set the target to Mon 23 Nov, 09:00 after you opened it.'],
    [null, 'Somebody set the target to none after you opened it.'],
  ])('tells somebody who saw another target that it is %s now', (dueAt, message) => {
    expect(when(given({ dueAt }), PRIYA, due(null, TUESDAY)).answer).toMatchObject(
      dueAt === null
        ? { ok: true, events: [] }
        : {
            code: 'CONFLICT',
            message: `${message} Keep that, or use yours?`,
            current: { field: 'dueAt', value: dueAt, by: null, at: null },
          },
    );
    expect(
      when(given({ dueAt }), PRIYA, due('2026-11-25T09:00:00Z', TUESDAY)).answer,
    ).toMatchObject({
      code: 'CONFLICT',
      message: `${message} Keep that, or use yours?`,
    });
  });

  it.each<[TaskOwner, boolean[]]>([
    ['ward', [true, false, false, true]],
    ['community', [false, false, false, true]],
    ['social_care', [false, true, false, true]],
    ['lightbulb', [false, false, true, true]],
  ])('of a task of %s: ward, broker, housing, hub', (owner, expected) => {
    const allowed = [PRIYA, BELA, HANNAH, MO].map(
      (actor) => when(given({ owner }), actor, due(MONDAY, null)).answer.ok,
    );
    expect(allowed).toEqual(expected);
  });
});

describe('whose a task is', () => {
  const CARE = { owner: 'social_care', type: 'care_package' } as const;
  const LEAD = { ...BELA, id: 'lea', name: 'Lea Lead', isTeamLead: true };

  it('the hub sends it to a team, where nobody has it', () => {
    const { events, after } = when(given({ claimedBy: ref(TOM), state: 'in_progress' }), MO, assign('social_care')); // prettier-ignore
    expect(events).toMatchObject([
      { type: 'TaskAssigned', data: { owner: 'social_care', from: 'ward', assignee: null } },
    ]);
    expect(after?.tasks[0]).toMatchObject({ owner: 'social_care', state: 'open', claimedBy: null });
  });

  it('or to one of its people, who then has it', () => {
    const { events, after } = when(given(), MO, assign('social_care', BELA.id), { assignee: BELA });
    expect(events).toMatchObject([{ data: { owner: 'social_care', assignee: ref(BELA) } }]);
    expect(after?.tasks[0]).toMatchObject({
      ...{ owner: 'social_care', state: 'claimed', claimedBy: ref(BELA) },
    });
  });

  it('what a team handed back is sent on, and no longer says so', () => {
    const declined = {
      by: ref(BELA),
      reason: 'not_eligible',
      at: NOW,
      from: 'social_care',
    } as const;
    for (const owner of ['lightbulb', 'hub'] as const) {
      const { after } = when(given({ ...CARE, owner: 'hub', declined }), MO, assign(owner));
      expect(after?.tasks[0]).toMatchObject({ owner, declined: null, state: 'open' });
    }
  });

  it.each<[TaskState, TaskState]>([
    ['claimed', 'claimed'],
    ['in_progress', 'in_progress'],
    ['waiting_capacity', 'waiting_capacity'],
  ])('handed to a colleague, one that is %s stays %s', (state, stateAfter) => {
    const spell = given({ ...CARE, state, claimedBy: ref(LEAD) });
    const { after } = when(spell, LEAD, assign('social_care', BELA.id), { assignee: BELA });
    expect(after?.tasks[0]).toMatchObject({ state: stateAfter, claimedBy: ref(BELA) });
  });

  it('back to the queue of the team, it is open', () => {
    const spell = given({ ...CARE, state: 'waiting_capacity', claimedBy: ref(BELA) });
    expect(when(spell, LEAD, assign('social_care')).after?.tasks[0]).toMatchObject({
      ...{ state: 'open', claimedBy: null, owner: 'social_care' },
    });
  });

  it.each([
    ['the queue it is in', CARE, assign('social_care'), null],
    ['whoever has it', { ...CARE, state: 'in_progress' as const, claimedBy: ref(BELA) }, assign('social_care', BELA.id), BELA],
  ])('is done without an event for %s', (_what, task, body, assignee) => {
    expect(when(given(task), MO, body, { assignee }).answer).toEqual({ ok: true, events: [] });
  }); // prettier-ignore

  it.each<[string, TaskOwner, Actor | null]>([
    ['somebody who is not there', 'social_care', null],
    ['somebody of another team', 'social_care', HANNAH],
    ['a broker of another council', 'social_care', { ...BELA, place: 'rutland' }],
    ['a coordinator of other wards', 'ward', { ...TOM, wardIds: ['g20'] }],
    ['an administrator', 'hub', ADA],
  ])('refuses %s', (_who, owner, assignee) => {
    const message =
      'This person cannot take on this task: they are not in that team, or cannot see this patient.';
    expect(when(given({ owner: 'hub' }), MO, assign(owner, 'them'), { assignee }).answer).toEqual({
      ...{ ok: false, code: 'RULE_BROKEN', message },
      fields: { assigneeId: message },
    });
  });

  it('refuses any broker while nobody knows the council', () => {
    const spell = aSpell({ tasks: [aTask()], person: aPerson({ place: 'unknown' }) });
    const body = assign('social_care', BELA.id);
    expect(when(spell, MO, body, { assignee: BELA }).answer).toMatchObject({ code: 'RULE_BROKEN' });
  });

  it('takes housing, which sees the patient from then on', () => {
    const body = assign('lightbulb', HANNAH.id);
    expect(when(given(), MO, body, { assignee: HANNAH }).answer.ok).toBe(true);
  });

  it('only the hub gives a task to another team', () => {
    for (const [actor, task] of [
      [PRIYA, {}],
      [LEAD, CARE],
      [
        { ...HANNAH, isTeamLead: true },
        { owner: 'lightbulb', type: 'key_safe' },
      ],
    ] as [Actor, Partial<Task>][]) {
      expect(when(given(task), actor, assign('hub')).answer).toEqual({
        ok: false,
        code: 'NOT_ALLOWED',
        message: 'Only the hub gives a task to another team. Decline it instead.',
      });
    }
  });

  it('within a team it is for its leads, on a ward for anybody', () => {
    const care = given({ ...CARE, state: 'claimed', claimedBy: ref(BELA) });
    expect(when(care, BELA, assign('social_care')).answer).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(when(care, LEAD, assign('social_care')).answer.ok).toBe(true);
    expect(when(care, PRIYA, assign('social_care')).answer).toMatchObject({ code: 'NOT_ALLOWED' });
    const body = assign('ward', TOM.id);
    expect(when(given(), PRIYA, body, { assignee: TOM }).answer.ok).toBe(true);
  });
});
