import { describe, expect, it } from 'vitest';
import type { BoardField } from '../../../../app/board/board-fields.ts';
import {
  fieldOptions,
  fieldsFor,
  fieldsInWords,
  isFieldValue,
  narrowCards,
} from '../../../../app/board/board-fields.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { hubManager } from '../../../factories/actor.ts';
import { aCard, aCardTask } from '../../../factories/board.ts';
import { TODAY } from '../../../factories/clock.ts';
import { TEST_WARDS } from '../../../factories/ward.ts';

const context = { wards: TEST_WARDS, asOfDay: TODAY };
const glenfield = { ward: { id: 'gh-24', name: 'Ward 24', site: 'Glenfield Hospital' } };
const left = { dischargedOn: TODAY };

describe('who is left', () => {
  it.each<[BoardField, string, string, Partial<Card>, boolean]>([
    ['site', 'gh', 'on a ward of that hospital', glenfield, true],
    ['site', 'lri', 'on a ward of another hospital', glenfield, false],
    ['ward', 'lri-23', 'on that ward', {}, true],
    ['ward', 'lri-31', 'on another ward', {}, false],
    ['council', 'rutland', 'from that council', { place: 'rutland' }, true],
    ['council', 'rutland', 'from another council', {}, false],
    ['council', 'unknown', 'whose council is not known', { place: 'unknown' }, true],
    ['edd', 'overdue', 'an EDD of yesterday', { edd: '2026-11-21' }, true],
    ['edd', 'overdue', 'an EDD of today', { edd: TODAY }, false],
    ['edd', 'overdue', 'left after the EDD', { edd: '2026-11-21', ...left }, false],
    ['edd', 'today', 'an EDD of today', { edd: TODAY }, true],
    ['edd', 'tomorrow', 'an EDD of tomorrow', { edd: '2026-11-23' }, true],
    ['edd', 'week', 'an EDD of today', { edd: TODAY }, true],
    ['edd', 'week', 'an EDD in 7 days', { edd: '2026-11-29' }, true],
    ['edd', 'week', 'an EDD in 8 days', { edd: '2026-11-30' }, false],
    ['edd', 'week', 'an EDD of yesterday', { edd: '2026-11-21' }, false],
    ['edd', 'week', 'no EDD', { edd: null }, false],
    ['edd', 'not-set', 'no EDD', { edd: null }, true],
    ['edd', '2026-11-27', 'an EDD of that day', { edd: '2026-11-27' }, true],
    ['edd', '2026-11-27', 'an EDD of another day', { edd: '2026-11-28' }, false],
    ['delay', '1', 'delayed 1 day', { delayDays: 1 }, true],
    ['delay', '1', 'ready since today', { delayDays: 0 }, false],
    ['delay', '2-3', 'delayed 3 days', { delayDays: 3 }, true],
    ['delay', '4-6', 'delayed 7 days', { delayDays: 7 }, false],
    ['delay', '7-13', 'delayed 7 days', { delayDays: 7 }, true],
    ['delay', '14-20', 'delayed 20 days', { delayDays: 20 }, true],
    ['delay', '21', 'delayed 21 days', { delayDays: 21 }, true],
    ['delay', '21', 'delayed 200 days', { delayDays: 200 }, true],
    ['delay', '21', 'left after 30 days', { delayDays: 30, ...left }, false],
    ['team', 'social_care', 'an open task of that team', { tasks: [aCardTask(1)] }, true],
    ['team', 'hub', 'an open task of another team', { tasks: [aCardTask(1)] }, false],
    [
      'team',
      'social_care',
      'a task that is done',
      { tasks: [aCardTask(1, { state: 'done' })] },
      false,
    ],
  ])('%s %s: %s', (field, value, _who, changes, isLeft) => {
    expect(narrowCards([aCard(1, changes)], { [field]: value }, context)).toHaveLength(
      isLeft ? 1 : 0,
    );
  });

  it('is what every choice says; without a choice, everyone', () => {
    const cards = [aCard(1, { edd: TODAY }), aCard(2, { edd: TODAY, ...glenfield }), aCard(3)];
    const both = narrowCards(cards, { edd: 'today', site: 'gh' }, context);
    expect(both.map(({ id }) => id)).toEqual([cards[1]?.id]);
    expect(narrowCards(cards, {}, context)).toBe(cards);
  });
});

describe('what can be chosen', () => {
  const idsFor = (role: 'ward' | 'broker' | 'housing' | 'hub', wards = TEST_WARDS) =>
    fieldsFor({ role }, { ...context, wards }, {}).map(({ id }) => id);

  it('is what a role may know', () => {
    expect(idsFor('hub')).toEqual(['site', 'ward', 'council', 'edd', 'delay', 'team']);
    expect(idsFor('broker')).toEqual(['site', 'ward', 'edd', 'delay', 'team']);
    expect(idsFor('housing')).toEqual(['site', 'ward', 'council', 'edd']);
  });

  it('is no hospital where there is one, and no ward', () => {
    expect(idsFor('ward', TEST_WARDS.slice(0, 2))).not.toContain('site');
    expect(idsFor('ward', TEST_WARDS.slice(0, 1))).not.toContain('ward');
    const [only] = TEST_WARDS;
    if (only === undefined) throw new Error('There is a ward');
    const chosen = fieldsFor({ role: 'hub' }, { ...context, wards: [only] }, { ward: only.id });
    expect(chosen.map(({ id }) => id)).toContain('ward');
  });

  it('of wards are those of the hospital that is chosen', () => {
    const all = fieldOptions('ward', context, {});
    expect(all.map(({ group }) => group)).toEqual([
      ...['Leicester Royal Infirmary', 'Leicester Royal Infirmary', 'Glenfield Hospital'],
    ]);
    const ofGlenfield = fieldOptions('ward', context, { site: 'gh' });
    expect(ofGlenfield).toEqual([{ value: 'gh-24', label: 'Ward 24' }]);
  });

  it('of EDDs are ranges and the coming days, and the day of a bookmark', () => {
    const values = (edd?: string) =>
      fieldOptions('edd', context, edd === undefined ? {} : { edd }).map(({ value }) => value);
    expect(values().slice(0, 6)).toEqual([
      ...['overdue', 'today', 'tomorrow', 'week', 'not-set', '2026-11-24'],
    ]);
    expect(values('2027-01-04')).toContain('2027-01-04');
    expect(values('2026-11-24')).toEqual(values());
  });

  it('is always something that an address may say', () => {
    for (const { id } of fieldsFor({ role: 'hub' }, context, {})) {
      for (const { value } of fieldOptions(id, context, {})) {
        expect([id, value, isFieldValue(id, value, hubManager(), context)]).toEqual([
          id,
          value,
          true,
        ]);
      }
    }
  });
});

it('is told in words', () => {
  const chosen = { delay: '7-13', ward: 'lri-23', edd: '2026-11-27', team: 'hub' };
  expect(fieldsInWords(chosen, context)).toEqual([
    'Ward: Ward 23',
    'EDD: Fri 27 Nov',
    'Delayed: 7 to 13 days',
    'Open task of: Hub',
  ]);
});
