import { describe, expect, it } from 'vitest';
import type { MergeChoice, Standing } from '../../../../domain/persons/merge-records.ts';
import {
  choicesBetween,
  defaultSide,
  mergedPerson,
  unitedFacts,
  unmergedPerson,
  whyNotMerged,
} from '../../../../domain/persons/merge-records.ts';
import type { Person } from '../../../../domain/persons/person.ts';
import { aPerson, idOf } from '../../../factories/domain-spell.ts';

/** The record that nobody could fill in: what is known of somebody admitted in a hurry. */
function anotherRecord(more: Partial<Person> = {}): Person {
  return {
    ...aPerson({ id: idOf(901), nhsNumber: null, hospitalNumber: null, socialCareId: null }),
    ...{ address: null, place: 'unknown', imdQuintile: null, language: null },
    ...{ needsInterpreter: false, communicationNeeds: [], riskToStaff: null, accessContact: null },
    ...more,
  };
}

const ELM = aPerson().address;
const OAK = { line: '4 Oak Lane', town: 'Oakham', postcode: null };

describe('what two records disagree about', () => {
  it.each<[name: string, merged: Partial<Person>, choices: MergeChoice[]]>([
    ['nothing, where one knows nothing more', {}, []],
    ['nothing, where both say the same', { language: 'Gujarati', address: ELM, place: 'leicester', imdQuintile: 2 }, []],
    ['a name, if one part of it differs', { givenName: 'Aasha' }, ['name']],
    ['a birth date', { dateOfBirth: '1941-04-03' }, ['dateOfBirth']],
    ['a sex', { sex: 'male' }, ['sex']],
    ['no sex that is not known', { sex: 'not_known' }, []],
    ['an ethnic category', { ethnicCategory: 'J' }, ['ethnicCategory']],
    ['no ethnic category that is not known', { ethnicCategory: '99' }, []],
    ['a home, as a whole', { address: OAK, place: 'rutland' }, ['home']],
    ['a home, where only the council is another', { place: 'rutland' }, ['home']],
    ['numbers of hospital and council', { hospitalNumber: 'S7', socialCareId: 'L7' }, ['hospitalNumber', 'socialCareId']],
    ['a language and whom to call', { language: 'Hindi', accessContact: 'Son' }, ['language', 'accessContact']],
    ['never needs and risks, which are kept from both', { communicationNeeds: ['Braille'], riskToStaff: 'Steep stairs' }, []],
  ])('%s', (_name, merged, choices) => {
    expect(choicesBetween(aPerson(), anotherRecord(merged))).toEqual(choices);
  }); // prettier-ignore
});

describe('one person from two records', () => {
  it.each<[name: string, merged: Partial<Person>, standing: Standing, expected: Partial<Person>]>([
    ['keeps who remains', {}, {}, aPerson()],
    ['takes a whole name when told to', { familyName: 'Pattel', givenName: 'A' }, { name: 'merged' }, { familyName: 'Pattel', givenName: 'A' }],
    ['keeps the name unless told to', { familyName: 'Pattel' }, {}, { familyName: 'Patel' }],
    ['takes a whole home, never half of one', { address: OAK, place: 'rutland' }, { home: 'merged' }, { address: OAK, place: 'rutland', district: null, imdQuintile: null }],
    ['does not take what is not known, even when told to', {}, { language: 'merged' }, { language: 'Gujarati' }],
    ['has the needs of both, once each', { communicationNeeds: ['large PRINT', 'Braille'] }, {}, { communicationNeeds: ['Large print', 'Braille'] }],
    ['needs an interpreter if either says so', { needsInterpreter: false }, {}, { needsInterpreter: true }],
    ['has the risks of both', { riskToStaff: 'Steep stairs' }, {}, { riskToStaff: 'Large dog at the address\nSteep stairs' }],
    ['names a risk once that both name', { riskToStaff: 'Large dog at the address' }, {}, { riskToStaff: 'Large dog at the address' }],
  ])('%s', (_name, merged, standing, expected) => {
    expect(mergedPerson(aPerson(), anotherRecord(merged), standing)).toMatchObject(expected);
  }); // prettier-ignore

  it('takes what only the other knows: its number, its home, its language', () => {
    const merged = mergedPerson(anotherRecord(), aPerson(), {});
    expect(merged).toMatchObject({
      id: idOf(901),
      nhsNumber: '9990000018',
      place: 'leicester',
      language: 'Gujarati',
    });
  });

  it('lives at the address that one of them knows, where the other knows a council alone', () => {
    const councilOnly = anotherRecord({ place: 'rutland' });
    expect(defaultSide('home', councilOnly, aPerson())).toBe('merged');
    expect(defaultSide('home', aPerson(), councilOnly)).toBe('remaining');
    expect(mergedPerson(councilOnly, aPerson(), {})).toMatchObject({ address: ELM });
  });

  it('says which facts are kept from both', () => {
    expect(unitedFacts(anotherRecord(), anotherRecord())).toEqual([]);
    expect(unitedFacts(anotherRecord(), aPerson())).toEqual([
      ...['needsInterpreter', 'communicationNeeds', 'riskToStaff'],
    ]);
  });
});

describe('two records that cannot become one', () => {
  const six = (word: string) => Array.from({ length: 6 }, (_, index) => `${word} ${index}`);

  it.each<[name: string, remaining: Partial<Person>, merged: Partial<Person>, why: RegExp | null]>([
    ['one number', {}, {}, null],
    ['the same number twice', {}, { nhsNumber: '9990000018' }, null],
    ['no number at all', { nhsNumber: null }, {}, null],
    ['two numbers', {}, { nhsNumber: '9990000026' }, /two different NHS numbers/],
    ['twelve needs', { communicationNeeds: six('A') }, { communicationNeeds: six('B') }, /communication needs/],
    ['six needs that both name', { communicationNeeds: six('A') }, { communicationNeeds: six('a') }, null],
    ['risks of 801 letters', { riskToStaff: 'a'.repeat(400) }, { riskToStaff: 'b'.repeat(400) }, /too long/],
    ['one risk of 400 letters', { riskToStaff: 'a'.repeat(400) }, { riskToStaff: 'a'.repeat(400) }, null],
  ])('%s', (_name, remaining, merged, why) => {
    const answer = whyNotMerged(aPerson(remaining), anotherRecord(merged));
    if (why === null) expect(answer).toBeNull();
    else expect(answer).toMatch(why);
  }); // prettier-ignore
});

describe('the record that remains, when a merge is undone', () => {
  const merged = anotherRecord({
    ...{ familyName: 'Pattel', address: OAK, place: 'rutland' },
    communicationNeeds: ['Braille'],
  });
  const after = mergedPerson(aPerson(), merged, { name: 'merged', home: 'merged' });
  const records = { remaining: aPerson(), after };

  it('is what it was', () => {
    expect(unmergedPerson(after, records)).toEqual(aPerson());
  });

  it.each<[name: string, corrected: Partial<Person>, expected: Partial<Person>]>([
    ['a fact', { language: 'Urdu' }, { language: 'Urdu', familyName: 'Patel', address: ELM }],
    ['part of a name: all of it', { givenName: 'Anya' }, { familyName: 'Pattel', givenName: 'Anya' }],
    ['part of a home: all of it', { imdQuintile: 5 }, { address: OAK, place: 'rutland', imdQuintile: 5 }],
    ['the needs', { communicationNeeds: ['Braille', 'BSL'] }, { communicationNeeds: ['Braille', 'BSL'] }],
  ])('keeps what was corrected meanwhile: %s', (_name, corrected, expected) => {
    expect(unmergedPerson({ ...after, ...corrected }, records)).toMatchObject(expected);
  }); // prettier-ignore
});
