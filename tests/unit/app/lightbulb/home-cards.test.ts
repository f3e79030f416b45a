import { describe, expect, it } from 'vitest';
import { eddOfHome, followUpInWords, groupHomes, isHomeCard, visitsOf } from '../../../../app/lightbulb/home-cards.ts'; // prettier-ignore
import { readDay, weekOf } from '../../../../app/lightbulb/week-days.ts';
import type { StepDates } from '../../../../domain/housing/housing-steps.ts';
import { aCard, aCardTask, aHousingCard } from '../../../factories/board.ts';
import { TODAY } from '../../../factories/clock.ts';

const visitBooked = (plannedFor: string): StepDates => ({
  ...{ step: 'visit_booked', plannedFor, doneOn: '2026-11-20', rooms: [] },
});

describe('the homes on the list', () => {
  it.each([
    ['whatever Lightbulb is sent', aHousingCard(1), true],
    ['of the hub, the Lightbulb pathway', aCard(1, { pathway: 'lightbulb' }), true],
    ['of the hub, a housing task', aCard(1, { tasks: [aCardTask(2, { owner: 'lightbulb' })] }), true],
    ['of the hub, a step', aCard(1, { housingSteps: [visitBooked('2026-11-24')] }), true],
    ['of the hub, nobody else', aCard(1, { tasks: [aCardTask(2)] }), false],
  ])('%s', (_what, card, isHome) => {
    expect(isHomeCard(card)).toBe(isHome);
  }); // prettier-ignore

  it('stand by step, whoever is expected home first is first, and whoever has left is last', () => {
    const cards = [
      aHousingCard(1, { edd: null }),
      aHousingCard(2, { edd: '2026-11-27' }),
      aHousingCard(3, { edd: '2026-11-25', housingSteps: [visitBooked('2026-11-24')] }),
      aHousingCard(4, { dischargedOn: '2026-11-22' }),
      aHousingCard(5, { edd: '2026-11-23' }),
      aCard(6),
    ];
    const names = groupHomes(cards)
      .filter(({ homes }) => homes.length > 0)
      .map(({ id, homes }) => [id, ...homes.map(({ seq }) => seq)]);
    expect(names).toEqual([
      ['not_started', 5, 2, 1],
      ['visit_booked', 3],
      ['left', 4],
    ]);
  });

  it.each([
    [null, 'EDD not set'],
    ['2026-11-20', 'EDD overdue 2 days'],
    ['2026-11-22', 'EDD today'],
    ['2026-11-23', 'EDD tomorrow'],
    ['2026-11-27', 'EDD Fri 27 Nov, in 5 days'],
  ])('an EDD of %s reads %s', (edd, words) => {
    expect(eddOfHome(aHousingCard(1, { edd }), TODAY)).toBe(words);
  });

  it('after the discharge stand by when they are to be followed up, in words', () => {
    const followUp = (plannedFor: string): StepDates => ({
      ...{ step: 'followed_up', plannedFor, doneOn: null, rooms: [] },
    });
    const cards = [
      aHousingCard(1, { dischargedOn: '2026-11-10' }),
      aHousingCard(2, { dischargedOn: '2026-11-12', housingSteps: [followUp('2026-11-27')] }),
      aHousingCard(3, { dischargedOn: '2026-11-11', housingSteps: [followUp('2026-11-20')] }),
      aHousingCard(4, { dischargedOn: '2026-11-09', housingSteps: [followUp(TODAY)] }),
    ];
    const left = groupHomes(cards).find(({ id }) => id === 'left')?.homes ?? [];
    expect(left.map((card) => [card.seq, followUpInWords(card, TODAY)])).toEqual([
      [3, 'Follow-up overdue 2 days'],
      [4, 'Follow-up due today'],
      [2, 'Follow-up due Fri 27 Nov, in 5 days'],
      [1, null],
    ]);
  });

  it('has the visits before and after the discharge, the earliest first, and none to those who died', () => {
    const cards = [
      aHousingCard(1, { housingSteps: [visitBooked('2026-11-26')] }),
      aHousingCard(2, { housingSteps: [visitBooked('2026-11-24')] }),
      aHousingCard(3, { housingSteps: [visitBooked('2026-11-25')], dischargedOn: TODAY }),
      aHousingCard(4, {
        ...{ housingSteps: [visitBooked('2026-11-25')], dischargedOn: TODAY },
        isNotFollowedUp: true,
      }),
    ];
    expect(visitsOf(cards).map(({ day, card }) => [day, card.seq])).toEqual([
      ['2026-11-24', 2],
      ['2026-11-25', 3],
      ['2026-11-26', 1],
    ]);
  });
});

describe('a week', () => {
  it.each([
    ['a Monday', '2026-11-23'],
    ['a Wednesday', '2026-11-25'],
    ['a Sunday', '2026-11-29'],
  ])('of %s is from Monday to Sunday', (_what, day) => {
    expect(weekOf(day)).toEqual(['23', '24', '25', '26', '27', '28', '29'].map((n) => `2026-11-${n}`)); // prettier-ignore
  });

  it('has seven days when the clocks change, and before the first year it counts from', () => {
    expect(weekOf('2026-03-29')).toHaveLength(7);
    expect(weekOf('2026-10-25').at(-1)).toBe('2026-10-25');
    expect(weekOf('2025-12-31')[0]).toBe('2025-12-29');
  });

  it.each([
    [null, TODAY],
    ['nonsense', TODAY],
    ['2026-02-30', TODAY],
    ['2026-12-01', '2026-12-01'],
  ])('asked for by %j', (text, day) => {
    expect(readDay(text, TODAY)).toBe(day);
  });
});
