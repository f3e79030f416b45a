import { describe, expect, it } from 'vitest';
import type { CardTask } from '../../../../domain/spell/card-task.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { inOrderOfUrgency, urgencyOf } from '../../../../domain/tasks/task-urgency.ts';
import { aCard } from '../../../factories/board.ts';
import { NOW, TODAY } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';

const context = { now: NOW, today: TODAY, timeZone: 'Europe/London' };

function aTask(number: number, more: Partial<CardTask> = {}): CardTask {
  return {
    ...{ id: idOf(number), type: 'care_package', owner: 'social_care', state: 'open' },
    ...{ blocking: true, blockingSince: NOW, claimedBy: null, dueAt: null },
    ...more,
  };
}

/** One patient with the task in question first. */
function given(card: Partial<Card>, task: Partial<CardTask> = {}, ...others: CardTask[]) {
  const first = aTask(1, task);
  return { card: aCard(1, { bed: '12', ...card, tasks: [first, ...others] }), task: first };
}

const READY = { dischargeReadyDate: '2026-11-16', delayDays: 6 };
const other = aTask(2, { owner: 'ward', type: 'medicines' });
const passed = '2026-11-21T14:00:00.000Z';

describe('why a task is where it is', () => {
  it.each<[string, ReturnType<typeof given>, number, string]>([
    ['it alone keeps somebody ready in a bed', given(READY), 0, 'Last blocker: finishing this lets bed 12, Ward 23, leave today. Delayed 6 days'],
    ['the others are done', given(READY, {}, { ...other, state: 'done' }), 0, 'Last blocker: finishing this lets bed 12, Ward 23, leave today. Delayed 6 days'],
    ['the others do not block', given(READY, {}, { ...other, blocking: false }), 0, 'Last blocker: finishing this lets bed 12, Ward 23, leave today. Delayed 6 days'],
    ['the bed is not known', given({ ...READY, bed: null }), 0, 'Last blocker: finishing this lets a bed on Ward 23 leave today. Delayed 6 days'],
    ['it alone stands before an EDD of today', given({ edd: TODAY }), 1, 'Last blocker: nothing else stands in the way, and the EDD is today'],
    ['it alone stands before an EDD that passed', given({ edd: '2026-11-20' }), 1, 'Last blocker: nothing else stands in the way, and the EDD passed 2 days ago'],
    ['one other blocks too', given(READY, {}, other), 2, 'Delayed 6 days; one other task blocks too'],
    ['two others block too', given(READY, {}, other, { ...other, id: idOf(3) }), 2, 'Delayed 6 days; 2 other tasks block too'],
    ['ready since today', given({ dischargeReadyDate: TODAY, delayDays: 0 }, {}, other), 2, 'Ready since today; one other task blocks too'],
    ['the EDD is tomorrow', given({ edd: '2026-11-23' }), 3, 'Blocks a discharge: the EDD is tomorrow'],
    ['the EDD passed, and others block', given({ edd: '2026-11-21' }, {}, other), 3, 'Blocks a discharge: the EDD passed 1 day ago'],
    ['its target has passed', given({ edd: '2026-11-30' }, { dueAt: passed }), 4, 'Target passed 19 h ago: yesterday, 14:00'],
    ['its target has passed, though nothing waits for it', given({}, { blocking: false, dueAt: passed }), 4, 'Target passed 19 h ago: yesterday, 14:00'],
    ['it blocks, later', given({ edd: '2026-11-27' }), 5, 'Blocks a discharge: the EDD is Fri 27 Nov'],
    ['it blocks, nobody knows for when', given({}), 5, 'Blocks a discharge: the EDD is not set'],
    ['it does not block', given({ ...READY, edd: TODAY }, { blocking: false }), 6, 'Does not block: the EDD is today'],
  ])('%s', (_why, entry, tier, reason) => {
    expect(urgencyOf(entry, context)).toEqual({ tier, reason });
  }); // prettier-ignore

  it.each([
    [
      '2026-03-29T00:30:00.000Z',
      '2026-03-29',
      '2026-03-28T22:30:00.000Z',
      '2 h ago: yesterday, 22:30',
    ],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', '2026-10-25T00:30:00.000Z', '1 h ago: today, 01:30'],
  ])('in the night of a clock change, at %s', (now, today, dueAt, words) => {
    const night = { now, today, timeZone: 'Europe/London' };
    const entry = given({ edd: null }, { blocking: false, dueAt });
    expect(urgencyOf(entry, night).reason).toBe(`Target passed ${words}`);
  });
});

describe('the order of work', () => {
  it('is by urgency, then delay, EDD, target and name', () => {
    const entry = (number: number, card: Partial<Card>, task: Partial<CardTask> = {}) => {
      const one = aTask(number, task);
      return { card: aCard(number, { ...card, tasks: [one] }), task: one };
    };
    const entries = [
      entry(1, {}, { blocking: false }),
      entry(2, { edd: '2026-11-27' }, { dueAt: '2026-11-25T09:00:00.000Z' }),
      entry(3, { edd: '2026-11-27' }, { dueAt: '2026-11-24T09:00:00.000Z' }),
      entry(4, { edd: '2026-11-26' }),
      entry(5, { ...READY, delayDays: 2 }),
      entry(6, READY),
      entry(7, { edd: '2026-11-23' }),
    ];
    const sorted = inOrderOfUrgency(entries, context).map(({ card }) => card.id);
    expect(sorted).toEqual([6, 5, 7, 4, 3, 2, 1].map(idOf));
    expect(inOrderOfUrgency([...entries].reverse(), context).map(({ card }) => card.id)).toEqual(
      sorted,
    );
  });

  it('of nothing is nothing', () => {
    expect(inOrderOfUrgency([], context)).toEqual([]);
  });
});
