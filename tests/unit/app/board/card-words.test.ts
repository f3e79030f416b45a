import { describe, expect, it } from 'vitest';
import {
  eddOfCard,
  holderInWords,
  pathwayInWords,
  readyInWords,
  stayInWords,
  tasksOfCard,
  viewersInWords,
} from '../../../../app/board/card-words.ts';
import { moveOutcome, settablePathways } from '../../../../app/board/move-choices.ts';
import type { CardTask } from '../../../../domain/spell/card-task.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { PATHWAYS } from '../../../../domain/spell/pathway.ts';
import { broker, housingOfficer, hubManager, wardCoordinator } from '../../../factories/actor.ts';
import { aCard, aCardTask, aHousingCard } from '../../../factories/board.ts';
import { TODAY } from '../../../factories/clock.ts';

it.each([
  [null, 'EDD not set'],
  ['2026-11-20', 'EDD overdue 2 days'],
  ['2026-11-22', 'EDD today'],
  ['2026-11-23', 'EDD tomorrow'],
  ['2026-11-27', 'EDD Fri 27 Nov'],
])('an EDD of %s is "%s"', (edd, words) => {
  expect(eddOfCard(aCard(1, { edd }), TODAY).words).toBe(words);
});

it('somebody who left is not overdue', () => {
  const left = aCard(1, { edd: '2026-11-20', dischargedOn: TODAY });
  expect(eddOfCard(left, TODAY).words).toBe('Left Sun 22 Nov');
});

it.each<[Partial<Card>, string | null]>([
  [{ dischargeReadyDate: null }, null],
  [{ dischargeReadyDate: TODAY, delayDays: 0 }, 'Ready since today'],
  [{ dischargeReadyDate: '2026-11-21', delayDays: 1 }, 'Delayed 1 day'],
  [{ dischargeReadyDate: '2026-11-12', delayDays: 10 }, 'Delayed 10 days'],
])('%o is "%s"', (changes, words) => {
  expect(readyInWords(aCard(1, changes))).toBe(words);
});

it('housing is told no length of stay and no delay', () => {
  expect(stayInWords(aHousingCard(1))).toBeNull();
  expect(readyInWords(aHousingCard(1))).toBeNull();
});

const choice = (pathwayRecommended: Card['pathway'], pathwayAgreed: Card['pathway']) =>
  aCard(1, {
    pathway: pathwayAgreed === 'none_set' ? pathwayRecommended : pathwayAgreed,
    ...(pathwayRecommended && { pathwayRecommended }),
    ...(pathwayAgreed && { pathwayAgreed }),
  });

it.each<[Card, boolean, string | null]>([
  [choice('none_set', 'none_set'), true, null],
  [choice('reablement', 'reablement'), true, null],
  [choice('reablement', 'reablement'), false, 'Reablement at home'],
  [choice('reablement', 'none_set'), true, 'Recommended, not agreed yet'],
  [choice('reablement', 'none_set'), false, 'Reablement at home, not agreed yet'],
  [
    choice('reablement', 'intermediate_care_bed'),
    true,
    'Intermediate care bed agreed; Reablement at home was recommended',
  ],
])('what a card says of its pathway', (card, isNamedByColumn, words) => {
  expect(pathwayInWords(card, isNamedByColumn)).toBe(words);
});

describe('the tasks on a card', () => {
  const ben = { id: 'user-broker', name: 'Ben Broker' };

  it('are those that block, in the order of their owners', () => {
    const care = aCardTask(1);
    const ward = aCardTask(2, { owner: 'ward', type: 'medicines' });
    const done = aCardTask(3, { state: 'done' });
    const notBlocking = aCardTask(4, { blocking: false });
    expect(tasksOfCard(aCard(1, { tasks: [care, done, notBlocking, ward] }))).toEqual([ward, care]);
  });

  it('are all open ones for housing', () => {
    const clearance = aCardTask(1, { owner: 'lightbulb', type: 'home_clearance', blocking: false });
    expect(tasksOfCard(aHousingCard(1, { tasks: [clearance] }))).toEqual([clearance]);
  });

  it.each<[Partial<CardTask>, string]>([
    [{}, 'Nobody has it yet'],
    [{ state: 'claimed', claimedBy: ben }, 'Ben Broker'],
    [{ state: 'waiting_capacity', claimedBy: ben }, 'Ben Broker. Waiting: no capacity yet'],
    [{ state: 'in_progress', claimedBy: { id: 'me', name: 'Anita' } }, 'You'],
  ])('%o: "%s"', (changes, words) => {
    expect(holderInWords(aCardTask(1, changes), 'me')).toBe(words);
  });
});

it('says who else is looking', () => {
  expect(viewersInWords([])).toBeNull();
  expect(viewersInWords(['Ben'])).toBe('Ben is looking');
  expect(viewersInWords(['Ben', 'Priya'])).toBe('Ben and Priya are looking');
  expect(viewersInWords(['Ben', 'Priya', 'Tom'])).toBe('Ben and 2 others are looking');
});

describe('moving', () => {
  it('wards and the hub may set pathways, brokers and housing none', () => {
    expect(settablePathways(wardCoordinator())).toEqual([...PATHWAYS]);
    expect(settablePathways(hubManager())).toEqual([...PATHWAYS]);
    expect(settablePathways(broker())).toEqual([]);
    expect(settablePathways(housingOfficer())).toEqual([]);
  });

  const onReablement = { ...choice('reablement', 'reablement'), nationalPathway: 'P1' } as const;

  it('a ward recommends, but agrees "no onward care" by itself', () => {
    const ward = wardCoordinator();
    expect(moveOutcome(aCard(1), 'reablement', ward)).toEqual({
      button: 'Recommend Reablement at home',
      standing: 'The ward recommends a pathway; the hub then agrees one.',
      national: 'The national pathway will be P1.',
      change: null,
    });
    expect(moveOutcome(aCard(1), 'no_onward_care', ward).button).toBe('Agree No onward care');
  });

  it('says when the national pathway changes', () => {
    const hub = hubManager();
    expect(moveOutcome(onReablement, 'long_term_care', hub)).toMatchObject({
      button: 'Agree Long-term care placement',
      national: '',
      change: 'the national pathway changes from P1 to P3',
    });
    expect(moveOutcome(onReablement, 'lightbulb', hub).national).toBe(
      'The national pathway stays P1.',
    );
    expect(moveOutcome(onReablement, 'none_set', hub).change).toBe(
      'the national pathway P1 is taken off',
    );
  });
});
