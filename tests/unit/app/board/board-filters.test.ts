import { describe, expect, it } from 'vitest';
import type { BoardFilter } from '../../../../app/board/board-filters.ts';
import { countFilters, filtersFor, matchesFilter } from '../../../../app/board/board-filters.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { aCard, aCardTask } from '../../../factories/board.ts';
import { TODAY } from '../../../factories/clock.ts';

const context = { asOfDay: TODAY, meId: 'me' };
const mine = { state: 'in_progress', claimedBy: { id: 'me', name: 'Me' } } as const;
const held = { state: 'claimed', claimedBy: { id: 'u', name: 'Ben' } } as const;

describe('who a count counts', () => {
  it.each<[BoardFilter, string, Partial<Card>, boolean]>([
    ['no-edd', 'no EDD', { edd: null }, true],
    ['no-edd', 'an EDD', { edd: '2026-11-30' }, false],
    ['edd-passed', 'an EDD of yesterday', { edd: '2026-11-21' }, true],
    ['edd-passed', 'an EDD of today', { edd: TODAY }, false],
    ['leaving-today', 'an EDD of today', { edd: TODAY }, true],
    ['leaving-today', 'an EDD of tomorrow', { edd: '2026-11-23' }, false],
    ['ready-waiting', 'ready and waiting', { stage: 'ready_waiting' }, true],
    ['ready-waiting', 'ready to go', { stage: 'ready_to_go' }, false],
    ['unclaimed', 'a task that nobody has', { tasks: [aCardTask(1)] }, true],
    ['unclaimed', 'a task that somebody has', { tasks: [aCardTask(1, held)] }, false],
    ['unclaimed', 'a task that is done', { tasks: [aCardTask(1, { state: 'done' })] }, false],
    ['mine', 'a task that I hold', { tasks: [aCardTask(1, mine)] }, true],
    ['mine', 'a task that a colleague holds', { tasks: [aCardTask(1, held)] }, false],
    [
      'mine',
      'a task that I have done',
      { tasks: [aCardTask(1, { ...mine, state: 'done' })] },
      false,
    ],
    ['7-days', 'a stay of 7 days', { lengthOfStay: 7 }, true],
    ['7-days', 'a stay of 6 days', { lengthOfStay: 6 }, false],
    ['14-days', 'a stay of 14 days', { lengthOfStay: 14 }, true],
    ['21-days', 'a stay of 20 days', { lengthOfStay: 20 }, false],
    ['21-days', 'a stay of 21 days', { lengthOfStay: 21 }, true],
    ['no-edd', 'no EDD, and has left', { edd: null, dischargedOn: TODAY }, false],
    ['edd-passed', 'left after the EDD', { edd: '2026-11-20', dischargedOn: TODAY }, false],
  ])('%s: %s', (filter, _who, changes, isCounted) => {
    expect(matchesFilter(aCard(1, changes), filter, context)).toBe(isCounted);
  });
});

it('counts each filter over all cards', () => {
  const cards = [aCard(1), aCard(2, { edd: TODAY, lengthOfStay: 30 })];
  expect(countFilters(cards, context)).toMatchObject({
    'no-edd': 1,
    'leaving-today': 1,
    '7-days': 2,
    '21-days': 1,
  });
});

it('housing is offered no count of care', () => {
  const ids = filtersFor({ role: 'housing' }).map(({ id }) => id);
  expect(ids).toEqual(['no-edd', 'edd-passed', 'leaving-today', 'unclaimed', 'mine']);
});
