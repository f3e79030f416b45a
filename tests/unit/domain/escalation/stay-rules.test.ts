import { expect, it } from 'vitest';
import { refuseStayRules } from '../../../../domain/escalation/stay-rules.ts';
import {
  DEFAULT_TARGET_SETTINGS as DEFAULTS,
  targetSettings,
} from '../../../../domain/tasks/target-settings.ts';

it('settings from before there were rules for stays read as the assumed ones', () => {
  const { stays: _stays, ...before } = DEFAULTS;
  expect(targetSettings.parse(before)).toEqual(DEFAULTS);
});

const withP1 = (hub: number | null, director: number | null) => ({
  ...DEFAULTS.stays,
  afterDays: { ...DEFAULTS.stays.afterDays, P1: { hub, duty_director: director } },
});

it.each([
  ['the director after the hub', 7, 8, true],
  ['both on one day', 7, 7, false],
  ['the director before the hub', 8, 7, false],
  ['the director alone', null, 7, true],
  ['the hub alone', 7, null, true],
  ['nobody', null, null, true],
])('%s', (_what, hub, director, isTaken) => {
  const refused = refuseStayRules(withP1(hub, director));
  expect(refused === null).toBe(isTaken);
  if (!isTaken) expect(refused?.fields).toHaveProperty(['stays.afterDays.P1.duty_director']);
});

it.each([0, 366, 1.5, Number.NaN])('days are whole, from 1 to 365: not %d', (days) => {
  expect(targetSettings.safeParse({ ...DEFAULTS, stays: withP1(days, null) }).success).toBe(false);
});

it('the assumed rules hold to what is asked of any', () => {
  expect(refuseStayRules(DEFAULTS.stays)).toBeNull();
});
