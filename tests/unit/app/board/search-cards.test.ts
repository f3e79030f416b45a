import { expect, it } from 'vitest';
import { searchFor } from '../../../../app/board/search-cards.ts';
import type { Card } from '../../../../domain/spell/card.ts';
import { aCard, aHousingCard } from '../../../factories/board.ts';

const zoe = aCard(1, {
  person: {
    name: 'O’BRIEN, Zoë',
    dateOfBirth: '1941-03-04',
    nhsNumber: '9991234567',
    socialCareId: 'LCC-204418',
  },
  bed: 'C12',
  dischargeReadyDate: '2026-11-20',
});
const asha = aCard(2, { bed: 'A1' });
const gone = aCard(3, { dischargeReadyDate: '2026-11-20', dischargedOn: '2026-11-22' });
const housed = aHousingCard(4);
const everyone = [zoe, asha, gone, housed];

const found = (typed: string): Card[] => {
  const matches = searchFor(typed);
  return matches === null ? everyone : everyone.filter(matches);
};

it.each<[string, Card[]]>([
  ['', everyone],
  ['   ', everyone],
  ['zoe', [zoe]],
  ['O’BRIEN, Zoë', [zoe]],
  ['zoë o’brien', [zoe]],
  ['999 123 4567', [zoe]],
  ['9991234567', [zoe]],
  ['1234', [zoe]],
  ['c12', [zoe]],
  ['ward 23 bed a1', [asha]],
  ['lcc-204418', [zoe]],
  ['test street', [housed]],
  ['royal', everyone],
  ['MFFD', [zoe]],
  ['medically fit', [zoe]],
  ['Medically optimised', [zoe]],
  ['MOFD', [zoe]],
  ['nctr', [zoe]],
  ['no criteria to reside', [zoe]],
  ['mffd asha', []],
  ['mffd zoe', [zoe]],
  ['nobody by this name', []],
])('"%s"', (typed, expected) => {
  expect(found(typed).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
});
