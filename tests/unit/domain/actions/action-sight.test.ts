import { describe, expect, it } from 'vitest';
import { actionState, daysOverdue } from '../../../../domain/actions/action.ts';
import { actionViews } from '../../../../domain/actions/action-sight.ts';
import type { Spell } from '../../../../domain/spell/state.ts';
import { TASK_OWNERS } from '../../../../domain/tasks/task-types.ts';
import { BELA, GONE, HANNAH, MO, PRIYA, aSpell, aTask, anAction, idOf } from '../../../factories/domain-spell.ts'; // prettier-ignore

const ended = (byTeam: boolean) => ({
  ...{ outcome: 'not_needed' as const, words: 'She is ill again' },
  ...{ by: { id: 'mo', name: 'Mo Khan' }, at: '2026-11-22T10:00:00.000Z', byTeam },
});

describe('what a reader of a stay sees of its actions', () => {
  const actions = TASK_OWNERS.map((owner, index) => anAction({ id: idOf(70 + index), owner }));

  it.each([PRIYA, BELA, MO])('$role: all of them, and where they were agreed', (reader) => {
    const views = actionViews(aSpell({ actions }), reader);
    expect(views.map(({ owner }) => owner)).toEqual(TASK_OWNERS);
    expect(views[0]?.agreed).toEqual({ source: 'review', taskId: null });
  });

  it('housing: its own, not where they were agreed, nor why others need them no more', () => {
    const own = { owner: 'lightbulb', source: 'escalation', taskId: idOf(50) } as const;
    const stay = aSpell({
      actions: [
        ...actions.filter(({ owner }) => owner !== 'lightbulb'),
        anAction({ ...own, id: idOf(80), ended: ended(false) }),
        anAction({ ...own, id: idOf(81), ended: ended(true) }),
      ],
    });
    const views = actionViews(stay, HANNAH);
    expect(views.map(({ id, ended: end }) => [id, end?.words])).toEqual([
      [idOf(80), null],
      [idOf(81), 'She is ill again'],
    ]);
    expect(JSON.stringify(views)).not.toMatch(/escalation|agreed|source|taskId/);
  });
});

describe('where an action stands', () => {
  const lightbulbs = aTask({ owner: 'lightbulb', type: 'home_clearance' });
  const left = { ...GONE, leftBoardAt: '2026-11-21T12:00:00.000Z' };
  const died: Partial<Spell> = {
    discharge: { at: '2026-11-20T12:00:00.000Z', on: '2026-11-20', destination: 'died' },
  };
  it.each<[string, Parameters<typeof anAction>[0], Partial<Spell>, string]>([
    ['is open', {}, {}, 'open'],
    ['is what was said of it', { ended: ended(true) }, GONE, 'not_needed'],
    ['ends with the stay', {}, GONE, 'ended_with_stay'],
    ['ends for social care too', { owner: 'social_care' }, GONE, 'ended_with_stay'],
    ['goes on for Lightbulb', { owner: 'lightbulb' }, GONE, 'open'],
    ['while it keeps the home in sight', { owner: 'lightbulb' }, { ...left, tasks: [lightbulbs] }, 'open'],
    ['and not after that', { owner: 'lightbulb' }, left, 'ended_with_stay'],
    ['nor of somebody who died', { owner: 'lightbulb' }, died, 'ended_with_stay'],
  ])('%s', (_what, action, stay, state) => {
    expect(actionState(anAction(action), aSpell(stay))).toBe(state);
  }); // prettier-ignore

  it('it is overdue from the day after its day, while it is open', () => {
    const days = (today: string) => daysOverdue({ dueOn: '2026-03-28' }, 'open', today);
    expect(['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'].map(days)).toEqual([
      0, 0, 1, 2,
    ]);
    expect(daysOverdue({ dueOn: '2026-03-28' }, 'done', '2026-03-30')).toBe(0);
  });
});
