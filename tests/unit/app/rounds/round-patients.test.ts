import { describe, expect, it } from 'vitest';
import { nextToRecord, roundPatients } from '../../../../app/rounds/round-patients.ts';
import { progressInWords, timeTakenInWords } from '../../../../app/rounds/round-words.ts';
import { wardRound } from '../../../../domain/rounds/ward-round.ts';
import { projectCard } from '../../../../domain/spell/card.ts';
import type { BoardRound } from '../../../../domain/rounds/board-round.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import { GONE, LONDON, MO, WARDS, aSpell, idOf } from '../../../factories/domain-spell.ts';

const context = {
  ...{ wards: WARDS, asOfDay: '2026-11-23', catalogue: DEFAULT_CATALOGUE, timeZone: LONDON },
};
const round = { day: '2026-11-23', half: 'morning' } as const;
const ofWard = { wardId: 'w15', round, timeZone: LONDON };

function card(n: number, bed: string | null, time: string | null, more = {}) {
  const lastRound: BoardRound | null =
    time === null
      ? null
      : {
          ...{ at: `2026-11-23T${time}:00.000Z`, by: { id: MO.id, name: MO.name }, wardId: 'w15' },
          ...{ notSeen: null, action: 'Scan', owner: 'ward', person: null },
        };
  return projectCard(aSpell({ id: idOf(n), bed, lastRound, ...more }), n, MO, context);
}

const cards = [
  card(1, 'B12', null),
  card(2, 'B4', '08:31'),
  card(3, null, null),
  card(4, 'B5', null),
  card(5, 'A1', null, { wardId: 'w31' }),
  card(6, 'A2', null, GONE),
  card(7, 'A3', '08:45', GONE),
];
const patients = roundPatients(cards, ofWard);
const ids = (...numbers: number[]) => numbers.map(idOf);

describe('the patients of a round', () => {
  it('come from bed to bed, with whoever was recorded before they left, without the others', () => {
    expect(patients.map(({ card: { id } }) => id)).toEqual(ids(7, 2, 4, 1, 3));
  });

  it('are gone through in that order, from the first bed again, to the last who is not recorded', () => {
    expect(nextToRecord(patients, null)).toBe(idOf(4));
    expect(nextToRecord(patients, idOf(4))).toBe(idOf(1));
    expect(nextToRecord(patients, idOf(3))).toBe(idOf(4));
    const sent = new Set(ids(1, 4));
    expect(nextToRecord(patients, idOf(4), (id) => sent.has(id))).toBe(idOf(3));
    expect(nextToRecord(patients.slice(0, 2), null)).toBeNull();
    expect(nextToRecord([], null)).toBeNull();
  });

  it('are told in a sentence, with the time that it took', () => {
    const progress = wardRound(cards.slice(1), ofWard);
    expect(timeTakenInWords(progress, LONDON)).toBe('From 08:31 to 08:45, 14 minutes');
    expect(progressInWords(wardRound([], ofWard))).toBe('No patients on this ward.');
    expect(progressInWords(wardRound([card(1, 'B1', null)], ofWard))).toBe(
      'Nobody of 1 recorded yet.',
    );
    expect(progressInWords(wardRound(cards.slice(0, 2), ofWard))).toBe('1 seen. 1 of 2 to go.');
  });
});
