import { expect, it } from 'vitest';
import {
  errorsOfSettings,
  settingsFromForm,
  valuesOfSettings,
} from '../../../../app/escalations/settings-from-form.ts';
import { formOfValues } from '../../../../app/spell/form-values.ts';
import {
  DEFAULT_TARGET_SETTINGS,
  saveTargetSettings,
} from '../../../../domain/tasks/target-settings.ts';
import { idOf } from '../../../factories/ids.ts';

const settings = {
  ...DEFAULT_TARGET_SETTINGS,
  stays: {
    ...DEFAULT_TARGET_SETTINGS.stays,
    afterDays: {
      ...DEFAULT_TARGET_SETTINGS.stays.afterDays,
      P3: { hub: null, duty_director: null },
    },
  },
};
const sent: Record<string, readonly string[]> = {
  ...valuesOfSettings(settings),
  seenEdition: ['3'],
};
const parsed = (values: Record<string, readonly string[]>) =>
  saveTargetSettings.safeParse(settingsFromForm(formOfValues(values), () => idOf(1)));

it('what the form shows comes back as it was, with "not by itself" for an empty field', () => {
  expect(sent['stays.P3.hub']).toEqual(['']);
  expect(parsed(sent).data).toMatchObject({ seenEdition: 3, settings });
});

it('a form without the field is not one that says "never"', () => {
  const { 'stays.P1.hub': _hub, ...without } = sent;
  expect(parsed(without).success).toBe(false);
});

it.each([
  ['stays.afterDays.P1.hub', 'stays.P1.hub', 'Pathway 1, hub: Wrong'],
  [
    'settings.stays.afterDays.lightbulb.duty_director',
    'stays.lightbulb.duty_director',
    'Lightbulb home adaptation, duty director: Wrong',
  ],
  ['stays.nothingBlocksHours', 'nothingBlocksHours', 'Wrong'],
  ['teams.ward.days', 'ward.days', 'Wrong'],
  ['hubAfterHours', 'hubAfterHours', 'Wrong'],
])('what is wrong with %s stands at its field, which it names', (path, field, sentence) => {
  expect(errorsOfSettings({ [path]: 'Wrong' })).toEqual({ [field]: sentence });
});
