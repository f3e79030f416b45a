import { describe, expect, it } from 'vitest';
import { admissionFromForm } from '../../../../app/spell/admission-from-form.ts';
import { correctionFromForm, divergencesOf } from '../../../../app/spell/correction-from-form.ts';
import type { FormValues } from '../../../../app/spell/form-values.ts';
import { formOfValues } from '../../../../app/spell/form-values.ts';
import { valuesOfPerson } from '../../../../app/spell/person-from-form.ts';
import { DEFAULT_TIME_ZONE } from '../../../../domain/time.ts';
import { idOf } from '../../../factories/ids.ts';
import { aPersonDetails, nhsNumberOf } from '../../../factories/person.ts';

const NEW_ID = idOf(9);
const newId = () => NEW_ID;
const shown = aPersonDetails({ communicationNeeds: ['Large print'], language: 'Gujarati' });

function correct(typed: FormValues, seen: object = shown) {
  const values = { ...valuesOfPerson(shown), seen: [JSON.stringify(seen)], ...typed };
  return correctionFromForm(formOfValues(values), { spellId: idOf(100), newId });
}

describe('correcting what is known of a person', () => {
  it('sends what differs from what was shown, and what was shown of it', () => {
    expect(correct({ givenName: ['Aisha'], needsInterpreter: ['yes'] })).toEqual({
      ok: true,
      command: {
        ...{ type: 'UpdatePerson', id: NEW_ID, spellId: idOf(100) },
        person: { givenName: 'Aisha', needsInterpreter: true },
        seen: { givenName: 'Asha', needsInterpreter: false },
      },
    });
  });

  it('sends nothing where nothing was changed', () => {
    expect(correct({})).toMatchObject({ ok: true, command: { person: {}, seen: {} } });
  });

  it.each<[string, FormValues, object]>([
    ['a number in groups', { nhsNumber: ['999 000 0115'] }, {}],
    [
      'another number in groups',
      { nhsNumber: [nhsNumberOf(2).replace(/(...)(...)/, '$1 $2 ')] },
      { nhsNumber: nhsNumberOf(2) },
    ],
    ['no number', { nhsNumber: [''] }, { nhsNumber: null }],
    [
      'one need in each line',
      { communicationNeeds: ['Large print\r\n\r\n Hearing aid '] },
      { communicationNeeds: ['Large print', 'Hearing aid'] },
    ],
    [
      'no address',
      { addressLine: [''], addressTown: [''], addressPostcode: [''] },
      { address: null },
    ],
    [
      'a district where there are districts',
      { place: ['leicestershire'], district: ['blaby'] },
      { place: 'leicestershire', district: 'blaby' },
    ],
    ['no district elsewhere', { place: ['rutland'], district: ['blaby'] }, { place: 'rutland' }],
  ])('reads %s', (_what, typed, person) => {
    expect(correct(typed)).toMatchObject({ ok: true, command: { person } });
  });

  it.each<[string, FormValues, Record<string, string>]>([
    ['a number with a slip', { nhsNumber: ['999 000 0116'] }, { nhsNumber: expect.stringMatching(/check the ten digits/) }], // prettier-ignore
    ['no family name', { familyName: [' '] }, { familyName: 'Enter the family name, in at most 120 characters' }], // prettier-ignore
    ['a birthday that never was', { dateOfBirth: ['1941-02-30'] }, { dateOfBirth: 'Enter a real date of birth' }], // prettier-ignore
    ['half an address', { addressLine: [''] }, { addressLine: 'Enter the first line of the address' }], // prettier-ignore
    ['a place that there is not', { place: ['atlantis'] }, { place: 'Choose the council from the list' }], // prettier-ignore
  ])('refuses %s, at its field', (_what, typed, fields) => {
    expect(correct(typed)).toMatchObject({ ok: false, code: 'INVALID', fields });
  });

  it('is not read without what was shown', () => {
    for (const seen of ['', '{', '{"familyName":7}']) {
      const form = formOfValues({ ...valuesOfPerson(shown), seen: [seen] });
      expect(correctionFromForm(form, { spellId: idOf(100), newId })).toMatchObject({
        code: 'INVALID',
        message: 'This form is out of date. Open the page again and repeat the change.',
      });
    }
  });
});

describe('a correction that somebody else made meanwhile', () => {
  const typed = { ...valuesOfPerson(shown), language: ['Polish'], seen: [JSON.stringify(shown)] };
  const current = { ...shown, language: 'Hindi', accessContact: 'Neighbour' };

  it('is asked about only where both changed the same fact', () => {
    const { fields, seen } = divergencesOf(typed, current);
    expect(fields).toEqual(['language']);
    // What the person did not touch stays as it was shown, so that it is not taken for a change.
    expect(seen).toEqual({ ...shown, language: 'Hindi' });
  });

  it('waits for an answer to each question', () => {
    const answer = correct({ language: ['Polish'], asked: ['language'] });
    expect(answer).toMatchObject({
      fields: { 'choice-language': 'Choose which of the two is right' },
    });
  });

  it('is kept, or replaced, as the person decides', () => {
    const { seen } = divergencesOf(typed, current);
    const decided = (choice: string) =>
      correct(
        { language: ['Polish'], asked: ['language'], 'choice-language': [choice], sex: ['male'] },
        seen,
      );
    expect(decided('theirs')).toMatchObject({
      command: { person: { sex: 'male' }, seen: { sex: 'female' } },
    });
    expect(decided('theirs')).not.toHaveProperty('command.person.language');
    expect(decided('mine')).toMatchObject({
      command: { person: { language: 'Polish' }, seen: { language: 'Hindi' } },
    });
  });

  it('is asked about again until it is answered', () => {
    const { seen } = divergencesOf(typed, current);
    const again = { ...typed, seen: [JSON.stringify(seen)], asked: ['language'] };
    expect(divergencesOf(again, current).fields).toEqual(['language']);
  });
});

const context = { wardId: 'lri-23', timeZone: DEFAULT_TIME_ZONE, newId };
const admission = {
  ...valuesOfPerson(aPersonDetails()),
  ...{ bed: ['B4'], specialty: [''], patientClass: ['emergency'] },
  admittedAt: ['2026-07-01T10:30'],
};

describe('admitting by hand', () => {
  it('takes the person, the place and the time by the hub’s clock', () => {
    const { imdQuintile: _follows, ...person } = aPersonDetails();
    expect(admissionFromForm(formOfValues(admission), context)).toEqual({
      ok: true,
      command: {
        ...{ type: 'AdmitPatient', id: NEW_ID, wardId: 'lri-23', bed: 'B4', specialty: null },
        person: { ...person, imdQuintile: null },
        ...{ patientClass: 'emergency', isMaternity: false },
        admittedAt: '2026-07-01T09:30:00.000Z',
      },
    });
  });

  it('needs a name, a birthday and a time, and no NHS number', () => {
    const form = formOfValues({
      ...{ sex: ['female'], ethnicCategory: ['99'], place: ['unknown'] },
      patientClass: ['emergency'],
    });
    const answer = admissionFromForm(form, context);
    expect(answer).toMatchObject({ ok: false, code: 'INVALID' });
    expect(Object.keys(answer.ok ? {} : (answer.fields ?? {})).sort()).toEqual([
      ...['admittedAt', 'dateOfBirth', 'familyName', 'givenName'],
    ]);
  });
});
