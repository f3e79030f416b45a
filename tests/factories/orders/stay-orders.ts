import fc from 'fast-check';
import type { PersonDetails } from '../../../domain/persons/person.ts';
import { PLACES } from '../../../domain/persons/place.ts';
import { DESTINATIONS } from '../../../domain/spell/discharge.ts';
import { aPerson } from '../domain-spell.ts';
import type { Order } from './given.ts';
import { later, maybe, text } from './given.ts';

export const transfer: fc.Arbitrary<Order> = fc
  .record({
    wardId: fc.constantFrom('w15', 'w16', 'g20', 'w99'),
    bed: fc.constantFrom('BED-7', 'BED-8', null),
    minutesAgo: maybe(fc.integer({ min: -30, max: 4_000 })),
  })
  .map(({ wardId, bed, minutesAgo }) => (id, spell, _today, now) => {
    const at = minutesAgo === undefined ? undefined : later(now, -minutesAgo);
    return { type: 'TransferPatient', id, spellId: spell.id, wardId, bed, at };
  });

export const discharge: fc.Arbitrary<Order> = fc
  .record({
    minutesAgo: fc.integer({ min: -30, max: 4_000 }),
    destination: fc.constantFrom(...DESTINATIONS),
  })
  .map(({ minutesAgo, destination }) => (id, spell, _today, now) => ({
    type: 'DischargePatient',
    id,
    spellId: spell.id,
    at: later(now, -minutesAgo),
    destination,
  }));

export const cancelDischarge: fc.Arbitrary<Order> = fc
  .record({ note: maybe(text) })
  .map(({ note }) => (id, spell) => ({ type: 'CancelDischarge', id, spellId: spell.id, note }));

export const leaveBoard: fc.Arbitrary<Order> = fc.constant((id, spell) => ({
  type: 'LeaveBoard',
  id,
  spellId: spell.id,
}));

const corrections: Partial<PersonDetails>[] = [
  ...PLACES.map((place) => ({ place })),
  { familyName: 'Patel', givenName: 'Zed' },
  { nhsNumber: null },
  { nhsNumber: '9990000018' },
  { address: null },
  { address: { line: '3 Elm Road', town: 'Oakham', postcode: null } },
  { riskToStaff: 'SECRET dog', communicationNeeds: [] },
  { accessContact: 'Son, 07700 900999', needsInterpreter: false },
];

export const updatePerson: fc.Arbitrary<Order> = fc
  .record({ person: fc.constantFrom(...corrections), isStale: fc.nat(5) })
  .map(({ person, isStale }) => (id, spell) => {
    const { id: _id, ...seen } = isStale === 0 ? aPerson({ givenName: 'Old' }) : spell.person;
    return { type: 'UpdatePerson', id, spellId: spell.id, person, seen };
  });
