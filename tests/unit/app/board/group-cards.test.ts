import { describe, expect, it } from 'vitest';
import type { Grouping } from '../../../../app/board/group-cards.ts';
import { groupCards, groupingsFor, stillnessOf } from '../../../../app/board/group-cards.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { aCard, aHousingCard } from '../../../factories/board.ts';
import { TODAY } from '../../../factories/clock.ts';
import { TEST_WARDS } from '../../../factories/ward.ts';

const context = { order: 'urgency', wards: TEST_WARDS, asOfDay: TODAY } as const;
const columnOf = (card: Card, group: Grouping) =>
  groupCards([card], { ...context, group }).find(({ cards }) => cards.length > 0)?.name;

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
    ['ward', {}, 'Ward 23'],
    ['council', { place: 'rutland' }, 'Rutland'],
    ['council', { place: 'unknown' }, 'Council not known'],
  ])('by %s: %o is under "%s"', (grouping, changes, name) => {
    expect(columnOf(aCard(1, changes), grouping)).toBe(name);
  });

  it('every column is there, also without patients', () => {
    const names = groupCards([], { ...context, group: 'pathway' }).map(({ name }) => name);
    expect(names).toEqual([
      'Not yet decided',
      'No onward care',
      'Intermediate care',
      'Reablement',
      'Lightbulb home adaptation',
      'Long-term and end of life',
    ]);
  });

  it('of wards say which hospital, in the order of the hub’s list', () => {
    const columns = groupCards([], { ...context, group: 'ward' });
    expect(columns.map(({ name, detail }) => `${name}, ${detail}`)).toEqual([
      'Ward 23, Leicester Royal Infirmary',
      'Ward 31, Leicester Royal Infirmary',
      'Ward 24, Glenfield Hospital',
    ]);
  });

  it('of pathways are the only ones that a card is moved between', () => {
    const still = groupingsFor({ role: 'hub' }).filter(({ id }) => stillnessOf(id) !== null);
    expect(still.map(({ id }) => id)).toEqual(['edd', 'stage', 'ward', 'council']);
    for (const { id } of still) {
      const columns = groupCards([], { ...context, group: id });
      expect(columns.flatMap(({ pathways }) => pathways)).toEqual([]);
    }
  });

  it('a broker has one council; housing has nothing of care', () => {
    expect(groupingsFor({ role: 'broker' }).map(({ id }) => id)).not.toContain('council');
    expect(groupingsFor({ role: 'housing' }).map(({ id }) => id)).toEqual([
      'edd',
      'ward',
      'council',
    ]);
    expect(groupingsFor({ role: 'ward' })[0].id).toBe('pathway');
    expect(columnOf(aHousingCard(1, { edd: TODAY }), 'edd')).toBe('Today');
  });
});
