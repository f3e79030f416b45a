import { describe, expect, it } from 'vitest';
import { actionViews } from '../../../../domain/actions/action-sight.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { longStayTable } from '../../../../domain/review/long-stay-table.ts';
import type { ReviewedStay } from '../../../../domain/review/long-stay-table.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import { aCard, aCardTask } from '../../../factories/board.ts';
import { MO, aSpell, anAction } from '../../../factories/domain-spell.ts';

const context = { catalogue: DEFAULT_CATALOGUE, timeZone: 'Europe/London', band: 21 } as const;

function rowOf(stay: ReviewedStay): Record<string, unknown> {
  const { columns, rows } = longStayTable([stay], context);
  return Object.fromEntries(columns.map(({ name }, at) => [name, rows[0]?.cells[at]]));
}

describe('long stays as a table', () => {
  it('have days as days, numbers as numbers, and who is waited for', () => {
    const tasks = [
      aCardTask(1, { claimedBy: { id: 'b', name: 'Blake Broker' } }),
      aCardTask(2, { type: 'transport', owner: 'ward' }),
      aCardTask(3, { blocking: false }),
      aCardTask(4, { state: 'done' }),
    ];
    const delayed: Partial<Card> = {
      ...{ dischargeReadyDate: '2026-11-15', delayDays: 8, lengthOfStay: 30 },
      ...{ primaryReason: 'C2', edd: '2026-11-25', tasks },
    };
    const review = {
      ...{ at: '2026-11-22T00:30:00.000Z', by: { id: 'c', name: 'Casey Coordinator' } },
      ...{ whyNotHome: 'No provider yet', whyNotToday: null },
    };
    const actions = actionViews(aSpell({ actions: [anAction()] }), MO);
    expect(rowOf({ card: aCard(1, delayed), review, actions })).toMatchObject({
      Born: '1941-03-04',
      'NHS number': '999 000 0115',
      Nights: 30,
      'Ready since': '2026-11-15',
      'Days delayed': 8,
      'Waited for': 'Package of care sourcing (Blake Broker); Patient transport (nobody in ward)',
      EDD: '2026-11-25',
      'Why not home': 'No provider yet',
      'Why not today': null,
      'Reviewed by': 'Casey Coordinator',
      'Reviewed on': '2026-11-22',
      'Open actions': 'Ring the daughter (Ward, by Mon 23 Nov)',
    });
  });

  it('say that somebody meets the criteria to reside, and is not delayed by 0 days', () => {
    expect(rowOf({ card: aCard(1), review: null, actions: [] })).toMatchObject({
      'Days delayed': null,
      'Main reason for delay': 'Meets the criteria to reside',
      'Waited for': '',
      'Reviewed on': null,
    });
  });

  it('give no reason where none is recorded', () => {
    const card = aCard(1, { dischargeReadyDate: '2026-11-20', delayDays: 2 });
    expect(rowOf({ card, review: null, actions: [] })['Main reason for delay']).toBe(
      'No reason recorded',
    );
  });
});
