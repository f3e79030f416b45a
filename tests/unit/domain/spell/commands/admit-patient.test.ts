import { describe, expect, it } from 'vitest';
import type { PersonDetails } from '../../../../../domain/persons/person.ts';
import { FEED, MO, NOW, PRIYA, aPerson, idOf, when } from '../../../../factories/domain-spell.ts';

const ID = idOf(7);

function admission(more: Record<string, unknown> = {}, person: Partial<PersonDetails> = {}) {
  const { id: _id, ...details } = { ...aPerson(), ...person };
  return {
    id: ID,
    type: 'AdmitPatient' as const,
    person: details,
    wardId: 'w15',
    bed: 'B4',
    specialty: null,
    patientClass: 'emergency' as const,
    isMaternity: false,
    admittedAt: '2026-11-22T09:30:00Z',
    ...more,
  };
}

describe('admitting a patient', () => {
  it('starts a stay under the id of the command, with nothing decided yet', () => {
    const { answer, events, after } = when(null, PRIYA, admission());
    expect(answer.ok).toBe(true);
    expect(events).toMatchObject([
      {
        type: 'PatientAdmitted',
        spellId: ID,
        taskId: null,
        occurredAt: '2026-11-22T09:30:00.000Z',
        by: { id: 'priya', name: 'Priya Shah' },
        data: { personId: ID, wardId: 'w15', bed: 'B4', admittedOn: '2026-11-22' },
      },
    ]);
    expect(after).toMatchObject({
      id: ID,
      person: { ...aPerson(), id: ID },
      edd: { day: null },
      pathway: { recommended: 'none_set', agreed: 'none_set', national: null },
      nctrPeriods: [],
      tasks: [],
      notes: [],
      discharge: null,
    });
  });

  it('keeps names and numbers out of what is kept for ever', () => {
    const [event] = when(null, PRIYA, admission()).events;
    const text = JSON.stringify(event?.data);
    for (const secret of ['Patel', '9990000018', 'Elm Road', '1941-03-04', 'S1234567']) {
      expect(text).not.toContain(secret);
    }
  });

  it('counts the day of admission in London: 00:30 in summer is the new day', () => {
    const body = admission({ admittedAt: '2026-07-01T23:30:00.000Z' });
    expect(when(null, PRIYA, body).after?.admittedOn).toBe('2026-07-02');
  });

  it('takes a missing NHS number as missing', () => {
    expect(
      when(null, PRIYA, admission({}, { nhsNumber: null })).after?.person.nhsNumber,
    ).toBeNull();
  });

  it('takes somebody known without an open stay as the same person', () => {
    const known = { person: aPerson(), openSpellId: null };
    const { after, events } = when(null, PRIYA, admission(), { known });
    expect(after?.id).toBe(ID);
    expect(after?.person.id).toBe(idOf(900));
    expect(events[0]).toMatchObject({ data: { personId: idOf(900) } });
  });

  it('takes somebody born today, and an admission this very moment', () => {
    const body = admission({ admittedAt: NOW }, { dateOfBirth: '2026-11-22' });
    expect(when(null, PRIYA, body).answer.ok).toBe(true);
  });

  describe('that follows on from an earlier stay', () => {
    const before = { spellId: idOf(1), admittedAt: '2026-11-10T09:30:00.000Z' };
    const body = admission({ continuesSpellId: idOf(1) });
    const known = { person: aPerson(), openSpellId: null };

    it.each([
      ['the day before', '2026-11-21T18:00:00.000Z'],
      ['a moment ago', '2026-11-22T09:30:00.000Z'],
      ['the same day, by another hospital’s clock', '2026-11-22T09:45:00.000Z'],
    ])('which ended %s', (_when, dischargedAt) => {
      const stays = [{ ...before, dischargedAt }];
      const { events, after } = when(null, MO, body, { known, stays });
      expect(events).toMatchObject([{ data: { continuesSpellId: idOf(1) } }]);
      expect(after?.continuesSpellId).toBe(idOf(1));
    });

    it.each([
      ['of nobody, or of somebody else', []],
      ['which has not ended', [{ ...before, dischargedAt: null }]],
      ['which ended the day after', [{ ...before, dischargedAt: '2026-11-23T00:00:00.000Z' }]],
      [
        'other than the one that is named',
        [{ ...before, spellId: idOf(2), dischargedAt: '2026-11-21T18:00:00.000Z' }],
      ],
    ])('refuses one %s', (_which, stays) => {
      const { answer, events } = when(null, MO, body, { known, stays });
      const message =
        'A stay follows on only from an earlier stay of the same person that had ended by then.';
      expect(answer).toEqual({
        ...{ ok: false, code: 'RULE_BROKEN', message },
        fields: { continuesSpellId: message },
      });
      expect(events).toEqual([]);
    });

    it('a stay that follows on from none says so, and an old log of one reads alike', () => {
      const { events, after } = when(null, MO, admission());
      expect(after?.continuesSpellId).toBeNull();
      expect(events[0]?.data).not.toHaveProperty('continuesSpellId');
    });
  });

  it.each([
    ['the hospital feed', FEED],
    ['the hub', MO],
  ])('is open to %s for any ward', (_who, actor) => {
    expect(when(null, actor, admission({ wardId: 'g20' })).answer.ok).toBe(true);
  });

  it('is closed to a ward coordinator for the ward of somebody else', () => {
    expect(when(null, PRIYA, admission({ wardId: 'g20' })).answer).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it.each([
    [
      'a ward that is not on the list',
      admission({ wardId: 'w99' }),
      'RULE_BROKEN',
      'This ward is not on the list of wards.',
      'wardId',
    ],
    [
      'a moment in the future',
      admission({ admittedAt: '2026-11-22T14:00:00.001Z' }),
      'RULE_BROKEN',
      'The admission cannot be in the future.',
      'admittedAt',
    ],
    [
      'a birth in the future',
      admission({}, { dateOfBirth: '2026-11-23' }),
      'RULE_BROKEN',
      'The date of birth cannot be in the future.',
      'person.dateOfBirth',
    ],
  ])('refuses %s', (_what, body, code, message, field) => {
    const { answer, events } = when(null, MO, body);
    expect(answer).toEqual({ ok: false, code, message, fields: { [field]: message } });
    expect(events).toEqual([]);
  });

  it('refuses a known NHS number with another date of birth, and says nothing about its holder', () => {
    const known = { person: aPerson({ dateOfBirth: '1950-05-05' }), openSpellId: null };
    const { answer } = when(null, PRIYA, admission(), { known });
    expect(answer).toMatchObject({
      code: 'CONFLICT',
      message:
        'This NHS number belongs to a person with another date of birth. Check both before going on.',
      fields: { 'person.nhsNumber': 'Held by a person with another date of birth' },
    });
    expect(JSON.stringify(answer)).not.toContain('1950');
  });

  it('refuses somebody who is in hospital already', () => {
    const known = { person: aPerson(), openSpellId: idOf(1) };
    expect(when(null, PRIYA, admission(), { known }).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'This person is in hospital already. Transfer or discharge them there first.',
      fields: { 'person.nhsNumber': expect.any(String) },
    });
  });

  it('keeps what was known of somebody who comes back and is not said again', () => {
    const before = aPerson({ riskToStaff: 'A dog', needsInterpreter: true, language: 'Gujarati' });
    const known = { person: before, openSpellId: null };
    const said = { language: 'Punjabi', riskToStaff: null, needsInterpreter: false, address: null };
    const { after } = when(null, PRIYA, admission({}, said), { known });
    expect(after?.person).toMatchObject({
      riskToStaff: 'A dog',
      needsInterpreter: true,
      language: 'Punjabi',
      address: before.address,
    });
  });
});
