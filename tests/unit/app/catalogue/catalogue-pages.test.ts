import { describe, expect, it } from 'vitest';
import {
  saveFromForm,
  setChangeFrom,
  typeChangeFrom,
} from '../../../../app/catalogue/change-from-form.ts';
import { effectLines, ownerLines, targetLines } from '../../../../app/catalogue/effect-words.ts';
import { errorsOf } from '../../../../app/catalogue/typed-fields.ts';
import type { CatalogueEffects } from '../../../../domain/catalogue/effects.ts';
import { parseSaveCatalogue } from '../../../../domain/catalogue/save-catalogue.ts';
import { idOf } from '../../../factories/ids.ts';

function formOf(fields: Record<string, string | readonly string[]>): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) form.append(name, value);
  }
  return form;
}

const TYPE = {
  ...{ commandId: idOf(1), seenVersion: '3', name: ' Taxi ', owner: 'ward', target: 'hours' },
  ...{ amount: '4', processReason: 'H4', capacityReason: '', isOffered: 'yes' },
};

describe('a form of the catalogue', () => {
  it('is a command: a type with its target, and what open tasks follow', () => {
    const form = formOf({ ...TYPE, followTargets: 'yes', note: 'As agreed' });
    expect(parseSaveCatalogue(saveFromForm(form, typeChangeFrom(form, 'key_safe')))).toEqual({
      ok: true,
      command: {
        ...{ id: idOf(1), type: 'SaveCatalogue', seenVersion: 3, note: 'As agreed' },
        follow: { targets: true, owners: false },
        change: {
          ...{ kind: 'type', taskType: 'key_safe', name: 'Taxi', owner: 'ward', isOffered: true },
          ...{ target: { kind: 'hours', hours: 4 }, processReason: 'H4', capacityReason: null },
        },
      },
    });
  });

  it.each([
    ['same_day', { kind: 'same_day' }],
    ['day_before', { kind: 'day_before' }],
    ['days', { kind: 'days', days: 4 }],
    ['working_days', { kind: 'working_days', days: 4 }],
  ])('takes the number only where the target has one: %s', (target, expected) => {
    const form = formOf({ ...TYPE, target });
    expect(typeChangeFrom(form, null)).toMatchObject({ kind: 'new_type', target: expected });
  });

  it.each(['soon', '', '-4', '4.5', '1e3', '99999'])(
    'says what is wrong with “%s” hours',
    (amount) => {
      const form = formOf({ ...TYPE, amount });
      const parsed = parseSaveCatalogue(saveFromForm(form, typeChangeFrom(form, null)));
      expect(parsed).toMatchObject({
        ok: false,
        fields: { amount: expect.stringMatching(/^Enter a/) },
      });
    },
  );

  it('makes a set of what is ticked, and takes one away', () => {
    const fields = {
      name: 'Home',
      tasks: ['key_safe', 'transport', 'junk'],
      blocking: ['key_safe'],
    };
    expect(setChangeFrom(formOf(fields), null)).toEqual({
      ...{ kind: 'new_set', name: 'Home' },
      tasks: [
        { type: 'key_safe', blocking: true },
        { type: 'transport', blocking: false },
      ],
    });
    const gone = { ...fields, isRemoved: 'yes' };
    expect(setChangeFrom(formOf(gone), 'home')).toEqual({ kind: 'remove_set', key: 'home' });
  });
});

it('an error leads to its field, where the form has it', () => {
  const refusal = { ok: false, code: 'INVALID', message: 'No', fields: { name: 'Enter', id: 'Bad' } } as const; // prettier-ignore
  expect(errorsOf(refusal, (name) => name === 'name')).toEqual([
    { message: 'Enter', fieldId: 'catalogue-name' },
    { message: 'Bad' },
  ]);
});

describe('what follows, in words', () => {
  const effects: CatalogueEffects = {
    ...{ openTasks: 3, patients: 1, reasons: 1 },
    targets: { changed: 2, passed: 1, kept: 1 },
    owners: { moves: [{ from: 'lightbulb', to: 'hub', tasks: 2, held: 1 }] },
  };

  it('names every count', () => {
    expect(effectLines(effects)[0]).toBe(
      '3 open tasks of 1 patient could follow; tasks added from now on do.',
    );
    expect(targetLines(effects)).toEqual([
      '2 tasks would be due at another time.',
      '1 of them would be past the target at once.',
      '1 keeps its time: it is the same, or somebody set it.',
    ]);
    expect(ownerLines(effects)).toEqual([
      'Lightbulb to Hub: 2 tasks, of which somebody has 1 and lets go.',
    ]);
  });

  it('says that nothing follows where nothing does', () => {
    const targets = { changed: 0, passed: 0, kept: 0 };
    const none = { openTasks: 0, patients: 0, reasons: 0, targets, owners: { moves: [] } };
    expect(effectLines(none)).toEqual([
      'No open task has another target or team by this.',
      'The main reason for delay stays what it is for every patient.',
    ]);
  });
});
