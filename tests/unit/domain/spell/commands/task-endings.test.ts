import { describe, expect, it } from 'vitest';
import { canSee, sightFacts } from '../../../../../domain/audience.ts';
import type { Task } from '../../../../../domain/tasks/task.ts';
import type { TaskState } from '../../../../../domain/tasks/task-types.ts';
import { CANCEL_REASONS, DECLINE_REASONS } from '../../../../../domain/tasks/task-types.ts';
import {
  BELA,
  GONE,
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

const about = { id: idOf(7), spellId: SPELL_ID, taskId: idOf(50) };
const cancel = { ...about, type: 'CancelTask' as const, reason: 'died' as const };
const decline = { ...about, type: 'DeclineTask' as const, reason: 'not_eligible' as const };
const reopen = { ...about, type: 'ReopenTask' as const, note: 'Key does not fit' };
const ORDERS = { cancel, decline, reopen };

const ref = ({ id, name }: { id: string; name: string }) => ({ id, name });
const BEN = { ...BELA, id: 'ben', name: 'Ben Low' };

function given(state: TaskState, more: Partial<Task> = {}) {
  const claimedBy = state === 'open' || state === 'cancelled' ? null : ref(BELA);
  const completed = state === 'done' ? { completedAt: NOW, completedBy: ref(BELA) } : {};
  const task = { owner: 'social_care', type: 'care_package', state, claimedBy } as const;
  return aSpell({ tasks: [aTask({ ...task, ...completed, ...more })] });
}

describe('ending a task, by its broker', () => {
  it.each<[TaskState, keyof typeof ORDERS, string]>([
    ['open', 'cancel', 'cancelled by nobody'],
    ['claimed', 'cancel', 'cancelled by Bela Fox'],
    ['in_progress', 'cancel', 'cancelled by Bela Fox'],
    ['waiting_family', 'cancel', 'cancelled by Bela Fox'],
    ['done', 'cancel', 'RULE_BROKEN: This task is done already.'],
    ['cancelled', 'cancel', 'RULE_BROKEN: This task was cancelled.'],
    ['open', 'decline', 'open by nobody'],
    ['in_progress', 'decline', 'open by nobody'],
    ['waiting_capacity', 'decline', 'open by nobody'],
    ['done', 'decline', 'RULE_BROKEN: This task is done already.'],
    ['cancelled', 'decline', 'RULE_BROKEN: This task was cancelled.'],
    ['done', 'reopen', 'open by nobody'],
    ['cancelled', 'reopen', 'open by nobody'],
    ['open', 'reopen', 'RULE_BROKEN: This task is open already.'],
    ['waiting_capacity', 'reopen', 'RULE_BROKEN: This task is open already.'],
  ])('%s, %s: %s', (state, order, outcome) => {
    const { answer, events, after } = when(given(state), BELA, ORDERS[order]);
    const task = after?.tasks[0];
    if (answer.ok) {
      expect(events).toMatchObject([{ taskId: idOf(50), by: ref(BELA) }]);
      expect(`${task?.state ?? ''} by ${task?.claimedBy?.name ?? 'nobody'}`).toBe(outcome);
    } else {
      expect(`${answer.code}: ${answer.message}`).toBe(outcome);
      expect(events).toEqual([]);
    }
  });

  it.each(Object.entries(ORDERS))('%s: a task that is not there is not found', (_name, body) => {
    expect(when(aSpell(), MO, body).answer).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['cancelling', { ...cancel, reason: 'other' as const }],
    ['cancelling', { ...cancel, reason: 'other' as const, note: '  ' }],
    ['declining', { ...decline, reason: 'other' as const }],
  ])('%s for another reason needs words', (_what, body) => {
    const message = 'Say in words what the other reason is.';
    expect(when(given('open'), BELA, body).answer).toEqual({
      ...{ ok: false, code: 'RULE_BROKEN', message },
      fields: { note: message },
    });
    expect(when(given('open'), BELA, { ...body, note: 'Moved to Spain' }).answer.ok).toBe(true);
  });

  it.each(CANCEL_REASONS)('cancelled: %s is kept with the event', (reason) => {
    const { events } = when(given('open'), BELA, { ...cancel, reason, note: 'Rang' });
    expect(events).toMatchObject([
      { type: 'TaskCancelled', data: { reason }, details: { note: 'Rang' } },
    ]);
  });
});

describe('a task that its team declines', () => {
  it.each(DECLINE_REASONS)('%s: becomes the hub’s, open, and says by whom and why', (reason) => {
    const { events, after } = when(given('in_progress'), BELA, {
      ...decline,
      reason,
      note: 'Rang',
    });
    expect(events).toMatchObject([
      { type: 'TaskDeclined', data: { reason, from: 'social_care' }, details: { note: 'Rang' } },
    ]);
    expect(after?.tasks[0]).toMatchObject({
      ...{ owner: 'hub', state: 'open', claimedBy: null, blocking: true },
      declined: { by: ref(BELA), reason, at: NOW, from: 'social_care' },
    });
  });

  it('leaves the broker’s sight, where nothing else is social care’s', () => {
    const { after } = when(given('open'), BELA, decline);
    expect(canSee(BELA, sightFacts(given('open')))).toBe(true);
    expect(after !== null && canSee(BELA, sightFacts(after))).toBe(false);
    const pathway = {
      recommended: 'reablement',
      agreed: 'reablement',
      national: 'P1',
      setBy: null,
      setAt: null,
    } as const;
    expect(canSee(BELA, sightFacts({ ...(after ?? aSpell()), pathway }))).toBe(true);
  });

  it('a colleague who works on it is not cut short: only they or the hub let go of it', () => {
    expect(when(given('in_progress'), BEN, decline).answer).toEqual({
      ...{ ok: false, code: 'CONFLICT', message: 'Bela Fox has this task already.' },
      current: { field: 'claimedBy', value: 'bela', by: ref(BELA), at: null },
    });
    expect(when(given('in_progress'), MO, decline).answer.ok).toBe(true);
  });

  it('is not the hub’s to decline: it has nobody to hand it back to', () => {
    expect(when(given('open', { owner: 'hub' }), MO, decline).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'This task is the hub’s own: assign it to somebody, or cancel it.',
    });
  });
});

describe('a task that is opened again', () => {
  it('begins anew, and nobody has it', () => {
    const before = given('done', { startedAt: '2026-11-21T10:00:00.000Z' });
    const { events, after } = when(before, BELA, reopen);
    expect(events).toMatchObject([{ type: 'TaskReopened', details: { note: 'Key does not fit' } }]);
    expect(after?.tasks[0]).toMatchObject({
      ...{ state: 'open', claimedBy: null, startedAt: null, completedAt: null, completedBy: null },
      ...{ blocking: true, blockingSince: '2026-11-20T09:00:00.000Z' },
    });
  });

  it('also when the person has left: it was marked done in error', () => {
    expect(when({ ...given('done'), ...GONE }, BELA, reopen).answer.ok).toBe(true);
  });
});

describe('who ends what', () => {
  const CARE = { owner: 'social_care', type: 'care_package' } as const;
  const KEYS = { owner: 'lightbulb', type: 'key_safe' } as const;
  const MEDICINES = { owner: 'ward', type: 'medicines' } as const;
  const THERAPY = { owner: 'community', type: 'therapy_assessment' } as const;

  it.each([
    ['social care', CARE, { ward: false, broker: true, housing: false, hub: true }],
    ['Lightbulb', KEYS, { ward: false, broker: false, housing: true, hub: true }],
    ['the ward', MEDICINES, { ward: true, broker: false, housing: false, hub: true }],
    ['therapy', THERAPY, { ward: true, broker: false, housing: false, hub: true }],
  ])('declines and reopens tasks of %s', (_whose, task, expected) => {
    const actors = { ward: PRIYA, broker: BELA, housing: HANNAH, hub: MO };
    for (const [role, actor] of Object.entries(actors)) {
      const isAllowed = expected[role as keyof typeof expected]; // its keys are those of `actors`
      const open = when(aSpell({ tasks: [aTask(task)] }), actor, decline).answer;
      const done = when(aSpell({ tasks: [aTask({ ...task, state: 'done' })] }), actor, reopen);
      expect([role, open.ok, done.answer.ok]).toEqual([role, isAllowed, isAllowed]);
    }
  });

  it('a ward cancels any task of its patients, a team its own', () => {
    const spell = aSpell({ tasks: [aTask(CARE)] });
    const allowed = [PRIYA, { ...TOM, wardIds: ['g20'] }, BELA, HANNAH, MO].map(
      (actor) => when(spell, actor, cancel).answer.ok,
    );
    expect(allowed).toEqual([true, false, true, false, true]);
  });
});
