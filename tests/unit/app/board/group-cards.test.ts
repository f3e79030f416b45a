import { describe, expect, it } from 'vitest';
import type { Grouping } from '../../../../app/board/group-cards.ts';
import { byUrgency, groupCards, groupingsFor } from '../../../../app/board/group-cards.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { aCard, aHousingCard } from '../../../factories/board.ts';
import { TODAY } from '../../../factories/clock.ts';

const columnOf = (card: Card, grouping: Grouping) =>
  groupCards([card], grouping, TODAY).find(({ cards }) => cards.length > 0)?.name;

describe('columns', () => {
  it.each<[Grouping, Partial<Card>, string]>([
    ['pathway', {}, 'Not yet decided'],
    ['pathway', { pathway: 'no_onward_care' }, 'No onward care'],
    ['pathway', { pathway: 'intermediate_care_home' }, 'Intermediate care'],
    ['pathway', { pathway: 'intermediate_care_bed' }, 'Intermediate care'],
    ['pathway', { pathway: 'reablement' }, 'Reablement'],
    ['pathway', { pathway: 'lightbulb' }, 'Lightbulb home adaptation'],
    ['pathway', { pathway: 'long_term_care' }, 'Long-term and end of life'],
    ['pathway', { pathway: 'end_of_life' }, 'Long-term and end of life'],
    ['edd', { edd: null }, 'Not set'],
    ['edd', { edd: '2026-11-21' }, 'Overdue'],
    ['edd', { edd: '2026-11-22' }, 'Today'],
    ['edd', { edd: '2026-11-23' }, 'Tomorrow'],
    ['edd', { edd: '2026-11-24' }, 'Next 7 days'],
    ['edd', { edd: '2026-11-29' }, 'Next 7 days'],
    ['edd', { edd: '2026-11-30' }, 'Later'],
    ['edd', { edd: '2026-11-20', dischargedOn: TODAY }, 'Today'],
    ['stage', { stage: 'ready_waiting' }, 'Ready and waiting'],
    ['stage', { stage: 'left' }, 'Left'],
  ])('by %s: %o is under "%s"', (grouping, changes, name) => {
    expect(columnOf(aCard(1, changes), grouping)).toBe(name);
  });

  it('every column is there, also without patients', () => {
    const names = groupCards([], 'pathway', TODAY).map(({ name }) => name);
    expect(names).toEqual([
      'Not yet decided',
      'No onward care',
      'Intermediate care',
      'Reablement',
      'Lightbulb home adaptation',
      'Long-term and end of life',
    ]);
  });

  it('housing has the EDD, and nothing of care', () => {
    expect(groupingsFor({ role: 'housing' }).map(({ id }) => id)).toEqual(['edd']);
    expect(groupingsFor({ role: 'ward' })[0].id).toBe('pathway');
    expect(columnOf(aHousingCard(1, { edd: TODAY }), 'edd')).toBe('Today');
  });
});

it('the most overdue first, then the longest stay; who has left last', () => {
  const overdue = aCard(1, { edd: '2026-11-20', lengthOfStay: 3 });
  const today = aCard(2, { edd: TODAY, lengthOfStay: 9 });
  const todayLonger = aCard(3, { edd: TODAY, lengthOfStay: 20 });
  const unset = aCard(4, { lengthOfStay: 2 });
  const unsetLonger = aCard(5, { lengthOfStay: 40 });
  const left = aCard(6, { edd: '2026-11-01', dischargedOn: TODAY });
  const sorted = [left, unset, today, unsetLonger, todayLonger, overdue].sort(byUrgency);
  expect(sorted).toEqual([overdue, todayLonger, today, unsetLonger, unset, left]);
});
