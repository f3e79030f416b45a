import { describe, expect, it } from 'vitest';
import { readQueue } from '../../../../app/tasks/queue-rows.ts';
import type { QueueTab } from '../../../../app/tasks/queue-tabs.ts';
import { QUEUE_TABS, tabsFor } from '../../../../app/tasks/queue-tabs.ts';
import type { QueueUrl } from '../../../../app/tasks/queue-url.ts';
import { readQueueUrl, withQueueUrl } from '../../../../app/tasks/queue-url.ts';
import type { Actor } from '../../../../domain/actor.ts';
import type { CardTask } from '../../../../domain/spell/card-task.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { broker, hubManager, wardCoordinator } from '../../../factories/actor.ts';
import { aCard } from '../../../factories/board.ts';
import { NOW, TODAY } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';
import { meOf } from '../../../factories/spell-view.ts';

const ME = { id: broker().id, name: broker().name };
const OTHER = { id: 'user-9', name: 'Ann Other' };
const LATER = '2026-11-23T12:00:00.000Z';

function card(number: number, task: Partial<CardTask>, more: Partial<Card> = {}): Card {
  const one: CardTask = {
    ...{ id: idOf(number), type: 'care_package', owner: 'social_care', state: 'open' },
    ...{ blocking: true, blockingSince: NOW, claimedBy: null, dueAt: LATER },
    ...task,
  };
  return aCard(number, { ...more, tasks: [one] });
}

const held = { state: 'claimed', claimedBy: ME } as const;
const GLENFIELD = { id: 'gh-24', name: 'Ward 24', site: 'Glenfield Hospital' };
const CARDS = [
  card(1, {}),
  card(2, held),
  card(3, { state: 'waiting_capacity', claimedBy: ME }),
  card(4, { state: 'in_progress', claimedBy: OTHER }, { ward: GLENFIELD }),
  card(5, { state: 'waiting_family', claimedBy: OTHER }),
  card(6, { state: 'done', claimedBy: ME, done: { by: ME, at: NOW, on: TODAY } }),
  card(7, { state: 'done', claimedBy: ME, done: { by: ME, at: NOW, on: '2026-11-21' } }),
  card(8, { owner: 'ward', type: 'medicines' }),
  card(9, { owner: 'hub', type: 'find_council' }),
  card(10, {}, { dischargedOn: TODAY }),
  card(11, { ...held, question: { askedOf: 'ward', by: ME, at: NOW } }),
  card(12, { type: 'major_adaptation' }, { dischargedOn: '2026-11-10', hasLeftBoard: true }),
];

function shownTo(reader: Actor, changes: Partial<QueueUrl>) {
  const me = meOf(reader);
  const url = { ...readQueueUrl(new URLSearchParams(), me), ...changes };
  const context = { me, now: NOW, today: TODAY, timeZone: 'Europe/London' };
  return readQueue(CARDS, url, context);
}

const idsOf = (reader: Actor, changes: Partial<QueueUrl>) =>
  shownTo(reader, changes)
    .rows.map(({ card: shown }) => CARDS.indexOf(shown) + 1)
    .sort((one, other) => one - other);

describe('which tasks are on which tab', () => {
  it.each<[QueueTab, number[]]>([
    ['unclaimed', [1]],
    ['mine', [2, 3, 11]],
    ['team', [4, 5]],
    ['after', [12]],
    ['waiting', [3, 5]],
    ['done', [6]],
  ])('%s, for a broker', (tab, ids) => {
    expect(idsOf(broker(), { tab })).toEqual(ids);
    expect(shownTo(broker(), { tab }).counts[tab]).toBe(ids.length);
  });

  it('the ward has its own tasks, and the questions that it is asked', () => {
    expect(idsOf(wardCoordinator(), { tab: 'unclaimed' })).toEqual([8]);
    expect(idsOf(wardCoordinator(), { tab: 'questions' })).toEqual([11]);
    expect(idsOf(hubManager(), { tab: 'questions' })).toEqual([]);
  });

  it('the hub has every team’s, or those of the one it chooses', () => {
    expect(idsOf(hubManager(), { tab: 'unclaimed' })).toEqual([1, 8, 9]);
    expect(idsOf(hubManager(), { tab: 'unclaimed', team: 'hub' })).toEqual([9]);
  });

  it('none of the team’s open tasks is on no tab', () => {
    const open = [1, 2, 3, 4, 5, 11];
    const tabs = ['unclaimed', 'mine', 'team'] as const;
    expect(tabs.flatMap((tab) => idsOf(broker(), { tab })).sort((a, b) => a - b)).toEqual(open);
  });

  it('brokers are asked nothing', () => {
    expect(tabsFor(broker())).not.toContain('questions');
    expect(tabsFor(hubManager())).toEqual([...QUEUE_TABS]);
  });
});

describe('what is filtered', () => {
  it.each<[string, Partial<QueueUrl>, number[]]>([
    ['by hospital', { tab: 'team', site: 'Glenfield Hospital' }, [4]],
    ['by ward', { tab: 'team', wardId: 'lri-23' }, [5]],
    ['by type', { tab: 'team', type: 'medicines' }, []],
    ['by state', { tab: 'mine', state: 'waiting' }, [3]],
    ['by a target to come', { tab: 'unclaimed', due: 'later' }, [1]],
    ['by a target that passed', { tab: 'unclaimed', due: 'passed' }, []],
  ])('%s', (_how, changes, ids) => {
    expect(idsOf(broker(), changes)).toEqual(ids);
  });

  it('is cut to as many rows as are asked for, and says how many there are', () => {
    const { rows, found } = shownTo(broker(), { tab: 'mine', limit: 2 });
    expect([rows.length, found]).toEqual([2, 3]);
  });
});

describe('the address', () => {
  const me = meOf(broker());

  it('falls back quietly from nonsense', () => {
    const nonsense = 'tab=questions&team=hub&type=lunch&state=x&due=y&rows=-4&ward=&patient=';
    expect(readQueueUrl(new URLSearchParams(nonsense), me)).toEqual(
      readQueueUrl(new URLSearchParams(), me),
    );
  });

  it('keeps what is chosen, and drops what is taken back', () => {
    const params = withQueueUrl(new URLSearchParams('x=1'), { tab: 'mine', due: 'passed' });
    expect(params.toString()).toBe('x=1&tab=mine&due=passed');
    expect(readQueueUrl(params, me)).toMatchObject({ tab: 'mine', due: 'passed' });
    expect(withQueueUrl(params, { due: null }).toString()).toBe('x=1&tab=mine');
  });
});
