import { describe, expect, it } from 'vitest';
import type { PersonDetails } from '../../../../../domain/persons/person.ts';
import {
  BELA,
  FEED,
  GONE,
  HANNAH,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TIMER,
  TOM,
  aPerson,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const update = (person: Partial<PersonDetails>, seen: Partial<PersonDetails> = {}) => ({
  id: idOf(7),
  type: 'UpdatePerson' as const,
  spellId: SPELL_ID,
  person,
  seen,
});

const OTHERS_NUMBER = '9990000026';
const LATER = { spellId: idOf(2), admittedAt: '2026-11-21T09:00:00.000Z', dischargedAt: null };

describe('correcting what is known of a person', () => {
  it.each<[string, Partial<PersonDetails>, Partial<PersonDetails>]>([
    ['a name', { givenName: 'Aisha' }, { givenName: 'Asha' }],
    ['a council', { place: 'rutland' }, { place: 'leicester' }],
    ['a district that was missing before', { district: 'blaby' }, { district: null }],
    ['a number that is wrong', { nhsNumber: null }, { nhsNumber: '9990000018' }],
    ['an interpreter', { needsInterpreter: false }, { needsInterpreter: true }],
    ['needs', { communicationNeeds: [] }, { communicationNeeds: ['Large print'] }],
    [
      'an address',
      { address: { line: '1 Oak Way', town: 'Oakham', postcode: null } },
      { address: { line: '12 Elm Road', town: 'Leicester', postcode: 'LE2 1AA' } },
    ],
    [
      'several facts at a time',
      { imdQuintile: 1, riskToStaff: null },
      { imdQuintile: 2, riskToStaff: 'Large dog at the address' },
    ],
  ])('%s', (_what, person, seen) => {
    const { events, after } = when(aSpell(), PRIYA, update(person, seen));
    expect(events).toMatchObject([
      { type: 'PersonUpdated', details: { after: person, before: seen } },
    ]);
    expect(new Set(events[0]?.type === 'PersonUpdated' ? events[0].data.fields : [])).toEqual(
      new Set(Object.keys(person)),
    );
    expect(after).toEqual({ ...aSpell(), person: { ...aPerson(), ...person } });
  });

  it('only the names of the facts are kept for ever', () => {
    const body = update({ familyName: 'SECRET' }, { familyName: 'Patel' });
    const [event] = when(aSpell(), PRIYA, body).events;
    expect(JSON.stringify({ ...event, details: null })).not.toMatch(/SECRET|Patel/);
    expect(event?.data).toEqual({ fields: ['familyName'] });
  });

  it.each([
    ['nothing', update({})],
    ['what stands already', update({ givenName: 'Asha' })],
    ['what stands already, whatever was seen', update({ givenName: 'Asha' }, { givenName: 'A' })],
    [
      'an address whose parts come in another order',
      update({ address: { postcode: 'LE2 1AA', town: 'Leicester', line: '12 Elm Road' } }),
    ],
  ])('is done without an event for %s', (_what, body) => {
    expect(when(aSpell(), PRIYA, body).answer).toEqual({ ok: true, events: [] });
  });

  it('an address that the log kept in another order is the one that was seen', () => {
    const address = { town: 'Leicester', postcode: 'LE2 1AA', line: '12 Elm Road' };
    const spell = aSpell({ person: aPerson({ address }) });
    const body = update({ address: null }, { address: aPerson().address });
    expect(when(spell, PRIYA, body).answer.ok).toBe(true);
  });

  it('leaves out of the event what stands already', () => {
    const body = update({ givenName: 'Asha', familyName: 'Patel-Shah' }, { familyName: 'Patel' });
    expect(when(aSpell(), PRIYA, body).events).toMatchObject([
      { data: { fields: ['familyName'] }, details: { after: { familyName: 'Patel-Shah' } } },
    ]);
  });

  it('needs what was shown for each fact that changes', () => {
    const body = update({ givenName: 'Aisha', place: 'rutland' }, { givenName: 'Asha' });
    expect(when(aSpell(), PRIYA, body).answer).toEqual({
      ok: false,
      code: 'INVALID',
      message: 'Say what was shown for place',
      fields: { place: 'seen is missing' },
    });
  });

  it.each<[string, Partial<PersonDetails>, Partial<PersonDetails>, string, unknown]>([
    ['a name', { givenName: 'Aisha' }, { givenName: 'Ash' }, 'person.givenName', 'Asha'],
    ['a flag', { needsInterpreter: false }, { needsInterpreter: false }, 'person.needsInterpreter', true],
    ['a number', { imdQuintile: 4 }, { imdQuintile: 3 }, 'person.imdQuintile', '2'],
    ['a missing district', { district: 'blaby' }, { district: 'melton' }, 'person.district', null],
    [
      'needs',
      { communicationNeeds: ['Braille'] },
      { communicationNeeds: [] },
      'person.communicationNeeds',
      '["Large print"]',
    ],
  ])('tells somebody what stands now for %s', (_what, person, seen, field, value) => {
    const { answer, events } = when(aSpell(), PRIYA, update(person, seen));
    expect(answer).toEqual({
      ok: false,
      code: 'CONFLICT',
      message: expect.stringMatching(
        /^Somebody corrected the .+ after you opened it. Keep that, or use yours\?$/,
      ),
      current: { field, value, by: null, at: null },
    });
    expect(events).toEqual([]);
  }); // prettier-ignore

  it('tells who corrected that fact last, and when', () => {
    const first = when(aSpell(), TOM, update({ givenName: 'Aisha' }, { givenName: 'Asha' }));
    const second = when(first.after, MO, update({ language: 'Hindi' }, { language: 'Gujarati' }));
    const history = [...first.events, ...second.events];
    const late = update({ givenName: 'Ash' }, { givenName: 'Asha' });
    expect(when(second.after, PRIYA, late, { history }).answer).toMatchObject({
      message:
        'Tom Ellis corrected the given name (Sun 22 Nov, 14:00) after you opened it. Keep that, or use yours?',
      current: { value: 'Aisha', by: { id: 'tom', name: 'Tom Ellis' }, at: NOW },
    });
  });

  it('conflicts only over the fact itself, not over corrections of others', () => {
    const corrected = when(aSpell(), TOM, update({ language: 'Hindi' }, { language: 'Gujarati' }));
    const body = update({ givenName: 'Aisha' }, { givenName: 'Asha' });
    expect(when(corrected.after, PRIYA, body).answer.ok).toBe(true);
  });

  it('refuses a birth in the future', () => {
    const body = update({ dateOfBirth: '2026-11-23' }, { dateOfBirth: '1941-03-04' });
    const message = 'The date of birth cannot be in the future.';
    expect(when(aSpell(), PRIYA, body).answer).toEqual({
      ...{ ok: false, code: 'RULE_BROKEN', message },
      fields: { 'person.dateOfBirth': message },
    });
  });

  it('refuses the NHS number of somebody else, and says nothing about them', () => {
    const known = { person: aPerson({ id: idOf(901), familyName: 'Other' }), openSpellId: null };
    const body = update({ nhsNumber: OTHERS_NUMBER }, { nhsNumber: '9990000018' });
    const { answer } = when(aSpell(), PRIYA, body, { known });
    expect(answer).toEqual({
      ok: false,
      code: 'CONFLICT',
      message: 'Another person has this NHS number. Check it before going on.',
      fields: { 'person.nhsNumber': 'Held by another person' },
    });
    expect(JSON.stringify(answer)).not.toContain('Other');
  });

  it('takes an NHS number that nobody holds', () => {
    const body = update({ nhsNumber: OTHERS_NUMBER }, { nhsNumber: '9990000018' });
    expect(when(aSpell(), PRIYA, body).after?.person.nhsNumber).toBe(OTHERS_NUMBER);
  });

  it('corrects somebody who has left, as what is learned afterwards counts too', () => {
    const body = update({ ethnicCategory: 'J' }, { ethnicCategory: 'H' });
    expect(when(aSpell(GONE), PRIYA, body).after?.person.ethnicCategory).toBe('J');
  });

  it('refuses to correct in an old stay somebody who has been here again since', () => {
    const body = update({ givenName: 'Aisha' }, { givenName: 'Asha' });
    expect(when(aSpell(GONE), PRIYA, body, { stays: [LATER] }).answer).toEqual({
      ok: false,
      code: 'RULE_BROKEN',
      message: 'This person has been in hospital again since. Correct their details in that stay.',
    });
  });

  it('no task changes hands when the council does: the hub assigns them', () => {
    const body = update({ place: 'rutland' }, { place: 'leicester' });
    const tasks = [aTask({ type: 'major_adaptation', owner: 'lightbulb' })];
    expect(when(aSpell({ tasks }), PRIYA, body).after?.tasks).toEqual(tasks);
  });

  it.each([
    ['a coordinator of the ward', TOM, true],
    ['a coordinator of another ward', { ...TOM, wardIds: ['g20'] }, false],
    ['a broker', BELA, false],
    ['housing', HANNAH, false],
    ['the hub', MO, true],
    ['the hospital feed', FEED, true],
    ['a timer', TIMER, false],
  ])('%s: %s', (_who, actor, isAllowed) => {
    const body = update({ givenName: 'Aisha' }, { givenName: 'Asha' });
    expect(when(aSpell(), actor, body).answer.ok).toBe(isAllowed);
  });
});
