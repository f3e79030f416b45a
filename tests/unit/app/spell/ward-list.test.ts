import { describe, expect, it } from 'vitest';
import { sortCards, sortKeyOf } from '../../../../app/spell/sort-cards.ts';
import { countCards, countsInWords } from '../../../../app/spell/ward-counts.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { wardCoordinator } from '../../../factories/actor.ts';
import { TODAY } from '../../../factories/clock.ts';
import {
  DELAYED,
  GONE_HOME,
  NEWLY_ADMITTED,
  playSteps,
  viewOf,
} from '../../../factories/spell-view.ts';

const cardOf = (steps: typeof DELAYED) => viewOf(playSteps(steps), wardCoordinator()).card;
const admitted = cardOf(NEWLY_ADMITTED);
const delayed = cardOf(DELAYED);
const gone = cardOf(GONE_HOME);

function inBed(card: Card, bed: string | null, more: Partial<Card> = {}): Card {
  return { ...card, ...more, id: bed ?? 'none', bed };
}

describe('the counts of a ward', () => {
  it('count who is there, without those who have left', () => {
    const leaving = { ...admitted, edd: TODAY };
    expect(countCards([admitted, delayed, gone, leaving], TODAY)).toEqual({
      ...{ patients: 3, noEdd: 1, eddPassed: 1, readyWaiting: 1, leavingToday: 1 },
    });
  });
});

describe('the counts in words', () => {
  const none = { patients: 0, noEdd: 0, eddPassed: 0, readyWaiting: 0, leavingToday: 0 };

  it.each([
    [none, 'No patients.'],
    [{ ...none, patients: 1 }, '1 patient.'],
    [{ ...none, patients: 28, noEdd: 4 }, '28 patients: 4 without an EDD.'],
    [
      { patients: 28, noEdd: 0, eddPassed: 7, readyWaiting: 6, leavingToday: 3 },
      '28 patients: 7 with an EDD that has passed, 6 ready and waiting, 3 leaving today.',
    ],
  ])('%o', (counts, words) => {
    expect(countsInWords(counts)).toBe(words);
  });
});

describe('the order of a ward list', () => {
  const cards = [
    inBed(gone, 'A1'),
    inBed(admitted, null),
    inBed(delayed, 'B10'),
    inBed(admitted, 'B9', { edd: '2026-11-30' }),
  ];

  it.each([
    ['bed', ['B9', 'B10', 'none', 'A1']],
    ['edd', ['none', 'B10', 'B9', 'A1']],
    ['delay', ['B10', 'B9', 'none', 'A1']],
    ['stage', ['B10', 'B9', 'none', 'A1']],
  ] as const)('by %s, with whoever has left at the end', (key, order) => {
    expect(sortCards(cards, key).map(({ id }) => id)).toEqual(order);
  });

  it('is by bed when the address asks for what there is not', () => {
    expect(sortKeyOf('salary')).toBe('bed');
    expect(sortKeyOf(null)).toBe('bed');
    expect(sortKeyOf('edd')).toBe('edd');
  });
});
