import { describe, expect, it } from 'vitest';
import { commandFromForm } from '../../../../app/spell/command-from-form.ts';
import { insistenceOf } from '../../../../app/spell/form-failure.ts';
import { HOME_SEEN, seenOf } from '../../../../app/spell/home-fields.ts';
import { formOfValues, valuesOfCommand } from '../../../../app/spell/form-values.ts';
import { refuse } from '../../../../domain/result.ts';
import { DEFAULT_TIME_ZONE } from '../../../../domain/time.ts';
import { idOf } from '../../../factories/ids.ts';

const CONTEXT = { timeZone: DEFAULT_TIME_ZONE, newId: () => idOf(7), role: 'housing' as const };
const read = (type: string, fields: Record<string, string | string[]>) => {
  const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()])); // prettier-ignore
  return commandFromForm(formOfValues({ ...values, type: [type], spellId: [idOf(1)] }), CONTEXT);
};
const about = { id: idOf(7), spellId: idOf(1) };
const step = { ...about, type: 'RecordHousingStep' };

describe('the form for a step of a home', () => {
  it.each([
    ['done, with its day', { standing: 'done', doneOn: '2026-11-20' }, { plannedFor: null, doneOn: '2026-11-20' }],
    ['done, without a day, is left to the hub', { standing: 'done', doneOn: '' }, { plannedFor: null }],
    ['booked', { standing: 'done', doneOn: '2026-11-20', plannedFor: '2026-11-27' }, { plannedFor: '2026-11-27', doneOn: '2026-11-20' }],
    ['expected', { standing: 'planned', doneOn: '2026-11-20', plannedFor: '2026-11-27' }, { plannedFor: '2026-11-27', doneOn: null }],
    ['taken back', { standing: 'taken_back', doneOn: '2026-11-20', plannedFor: '2026-11-27', note: 'Not so' }, { plannedFor: null, doneOn: null, note: 'Not so' }],
  ])('%s', (_what, fields, command) => {
    const answer = read('RecordHousingStep', { step: 'visited', ...fields });
    expect(answer).toEqual({ ok: true, command: { ...step, step: 'visited', rooms: [], authority: null, seen: null, ...command } });
  }); // prettier-ignore

  it('says what was shown of the step that is chosen, and which rooms', () => {
    const answer = read('RecordHousingStep', {
      ...{ step: 'clearance_done', rooms: ['hallway', 'kitchen'] },
      [seenOf('clearance_done')]: '/2026-11-20',
      [seenOf('visited')]: '/2026-11-18',
    });
    expect(answer).toMatchObject({
      command: { seen: '/2026-11-20', rooms: ['hallway', 'kitchen'] },
    });
  });

  it('a plan without a day is refused at its field', () => {
    expect(read('RecordHousingStep', { step: 'home_ready', standing: 'planned' })).toMatchObject({
      ok: false,
      fields: { plannedFor: expect.stringContaining('real date') },
    });
  });

  it('comes back as it was filled in, and a conflict can be insisted on', () => {
    const answer = read('RecordHousingStep', { step: 'visited', standing: 'planned', plannedFor: '2026-11-27', rooms: ['stairs'] }); // prettier-ignore
    if (!answer.ok) throw new Error(answer.message);
    const values = valuesOfCommand(answer.command, DEFAULT_TIME_ZONE);
    expect(commandFromForm(formOfValues(values), CONTEXT)).toEqual(answer);
    const current = { field: 'housingStep', value: '/2026-11-20', by: null, at: null };
    const refusal = refuse('CONFLICT', 'Somebody was here before.', { current });
    const failure = {
      id: 'x',
      formKey: 'RecordHousingStep',
      values,
      refusal,
      origin: 'sent' as const,
    };
    const insistence = insistenceOf(failure, DEFAULT_TIME_ZONE);
    expect(commandFromForm(formOfValues(insistence?.values ?? {}), CONTEXT)).toMatchObject({
      command: { step: 'visited', plannedFor: '2026-11-27', seen: '/2026-11-20' },
    });
  });
});

describe('the form for a home', () => {
  const shown = { accessContact: 'Son', keys: null, landlord: null, roomsToClear: [], equipment: null, equipmentDue: null, isGrantUrgent: false }; // prettier-ignore
  const filled = { accessContact: 'Son', keys: 'With the son', landlord: '', roomsToClear: ['kitchen'], equipment: '', equipmentDue: '' }; // prettier-ignore

  it('sends what differs from what was shown, and no more', () => {
    const answer = read('SetHomeDetails', { ...filled, [HOME_SEEN]: JSON.stringify(shown) });
    expect(answer).toEqual({
      ok: true,
      command: {
        ...{ ...about, type: 'SetHomeDetails' },
        home: { keys: 'With the son', roomsToClear: ['kitchen'] },
        seen: { keys: null, roomsToClear: [] },
      },
    });
  });

  it.each([
    ['nothing', undefined],
    ['nonsense', '{'],
    ['another form', '{"name":"x"}'],
  ])('that shows %s is out of date', (_what, seen) => {
    const fields = seen === undefined ? filled : { ...filled, [HOME_SEEN]: seen };
    expect(read('SetHomeDetails', fields)).toMatchObject({ ok: false, code: 'INVALID' });
  });

  it('too long a text is named at its field', () => {
    const answer = read('SetHomeDetails', { ...filled, keys: 'x'.repeat(201), [HOME_SEEN]: JSON.stringify(shown) }); // prettier-ignore
    expect(answer).toMatchObject({ fields: { keys: 'Write at most 200 characters' } });
  });

  it('a conflict is insisted on with that fact as it stands now', () => {
    const answer = read('SetHomeDetails', { ...filled, [HOME_SEEN]: JSON.stringify(shown) });
    if (!answer.ok) throw new Error(answer.message);
    const values = valuesOfCommand(answer.command, DEFAULT_TIME_ZONE);
    const current = { field: 'home.roomsToClear', value: '["stairs"]', by: null, at: null };
    const refusal = refuse('CONFLICT', 'Somebody was here before.', { current });
    const failure = {
      id: 'x',
      formKey: 'SetHomeDetails',
      values,
      refusal,
      origin: 'sent' as const,
    };
    const insistence = insistenceOf(failure, DEFAULT_TIME_ZONE);
    const again = commandFromForm(formOfValues(insistence?.values ?? {}), CONTEXT);
    expect(again.ok && again.command).toMatchObject({
      home: { keys: 'With the son', roomsToClear: ['kitchen'] },
      seen: { keys: null, roomsToClear: ['stairs'] },
    });
    expect(again.ok && 'home' in again.command && Object.keys(again.command.home)).toHaveLength(2);
  });
});
