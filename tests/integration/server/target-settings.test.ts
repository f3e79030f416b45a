import { expect, it } from 'vitest';
import { DEFAULT_TARGET_SETTINGS } from '../../../domain/tasks/target-settings.ts';
import { administrator, broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { idOf } from '../../factories/ids.ts';
import { heard, startHub } from '../../factories/running-hub.ts';

const settings = { ...DEFAULT_TARGET_SETTINGS, leadAfterHours: 2 };
const save = { id: idOf(1), type: 'SaveTargetSettings', seenEdition: 0, settings };

it('the hub sets targets; nobody else sees or sets them', async () => {
  const { services } = (await startHub()).hub;
  for (const actor of [wardCoordinator(), broker({ isTeamLead: true }), administrator()]) {
    expect(await services.targetSettings(actor)).toBeNull();
    expect(await services.saveTargetSettings(actor, save)).toMatchObject({ code: 'NOT_ALLOWED' });
  }
  expect(await services.saveTargetSettings(hubManager(), save)).toEqual({ ok: true });
  expect(services.lookups().settings).toEqual(settings);
  expect(await services.targetSettings(hubManager())).toMatchObject({
    ...{ edition: 1, savedBy: { id: hubManager().id }, settings },
  });
});

it('pages that are open hear of settings that count from now on', async () => {
  const hub = await startHub();
  const client = hub.connect(await hub.signInAs(wardCoordinator()));
  await heard(client, 'hello');
  const news = heard(client, 'lookups');
  await hub.hub.services.saveTargetSettings(hubManager(), save);
  expect(await news).toMatchObject({ settings, settingsEdition: 1 });
});

it('whoever did not see the last edition is told so; a repeat is saved once', async () => {
  const { services } = (await startHub()).hub;
  await services.saveTargetSettings(hubManager(), save);
  expect(await services.saveTargetSettings(hubManager(), save)).toEqual({ ok: true });
  const other = { ...save, id: idOf(2), settings: { ...settings, hubAfterHours: 48 } };
  const sameId = { ...other, id: save.id };
  expect(await services.saveTargetSettings(hubManager(), sameId)).toMatchObject({
    code: 'RULE_BROKEN',
  });
  const late = await services.saveTargetSettings(hubManager({ id: 'user-hub-2' }), other);
  expect(late).toMatchObject({ ok: false, code: 'CONFLICT' });
  expect(await services.targetSettings(hubManager())).toMatchObject({ edition: 1 });
});

it('a save that is repeated after the next one answers as it did, and changes nothing', async () => {
  const { services } = (await startHub()).hub;
  await services.saveTargetSettings(hubManager(), save);
  const next = { ...settings, leadAfterHours: 3 };
  const later = { ...save, id: idOf(2), seenEdition: 1, settings: next };
  expect(await services.saveTargetSettings(hubManager({ id: 'user-hub-2' }), later)).toEqual({
    ok: true,
  });
  expect(await services.saveTargetSettings(hubManager(), save)).toEqual({ ok: true });
  expect(await services.targetSettings(hubManager())).toMatchObject({ edition: 2, settings: next });
});

it('of two who save at once, one saves and the other is told who did', async () => {
  const { services } = (await startHub()).hub;
  const other = { ...save, id: idOf(2), settings: { ...settings, hubAfterHours: 48 } };
  const twice = [save, save, other].map((body) => services.saveTargetSettings(hubManager(), body));
  expect(await Promise.all(twice)).toMatchObject([
    { ok: true },
    { ok: true },
    { code: 'CONFLICT' },
  ]);
});

it.each([
  ['a lead who hears after the hub', { leadAfterHours: 30 }, 'RULE_BROKEN'],
  ['a duty director who hears of a stay before the hub', { stays: { ...settings.stays, afterDays: { ...settings.stays.afterDays, P2: { hub: 21, duty_director: 14 } } } }, 'RULE_BROKEN'],
  ['rules without a pathway', { stays: { ...settings.stays, afterDays: {} } }, 'INVALID'],
  ['no hours at all', { leadAfterHours: 0 }, 'INVALID'],
  ['a holiday that is no day', { bankHolidays: ['2026-02-30'] }, 'INVALID'],
  ['a team without days', { teams: { ...settings.teams, hub: { kind: 'hours', days: [], from: '09:00', until: '17:00', worksBankHolidays: true } } }, 'INVALID'],
])('not %s', async (_what, wrong, code) => {
  const { services } = (await startHub()).hub;
  const answer = await services.saveTargetSettings(hubManager(), { ...save, settings: { ...settings, ...wrong } });
  expect(answer).toMatchObject({ ok: false, code });
}); // prettier-ignore
