import { expect } from '@playwright/test';
import { addDays, formatDay } from '../../domain/time.ts';
import {
  cardOf,
  connection,
  expectLive,
  find,
  openBoard,
  openPlan,
  setEdd,
} from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { freePort } from './hub-server.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';
import { openWire } from './wire.ts';

const [port, publicPort] = [await freePort(), await freePort()];
const wire = await openWire(publicPort, port);
const hub = hubOfThisFile({
  ...{ port, publicPort },
  // Shorter than in service, where both together are eight seconds.
  env: { PING_INTERVAL_MS: '500', PING_TIMEOUT_MS: '500' },
});
test.afterAll(() => wire.close());

test('a server that hangs is noticed; what is changed meanwhile is not saved yet, then saved once', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Hellebore' });
  const { page } = await people.at(hub(), 'coordinator@demo.test');
  await openBoard(page);
  const plan = await openPlan(page, patient);
  const card = cardOf(page, patient);
  const edd = addDays(today, 4);

  hub().freeze();
  await setEdd(plan, edd);
  await expect(card).toContainText('Not saved yet');
  await expect(connection(page)).toContainText('Reconnecting');
  await expect(connection(page)).toContainText('Showing the board as of');
  await expect(connection(page)).toContainText('1 change not saved yet');
  await expect(card).toContainText('Not saved yet');

  hub().thaw();
  await expectLive(page);
  await expect(card).not.toContainText('Not saved yet');
  await expect(card).toContainText(`EDD ${formatDay(edd)}`);
  const { history } = await manager.spell(patient.spellId);
  expect(history.filter(({ text }) => text.startsWith('Set EDD'))).toHaveLength(1);
});

test('a server that is renewed says so, and the board comes back by itself', async ({ people }) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Honesty' });
  const { page } = await people.at(hub(), 'coordinator@demo.test');
  await openBoard(page);
  const plan = await openPlan(page, patient);
  await hub().stop();
  await expect(connection(page)).toContainText('The hub is starting again');
  await setEdd(plan, addDays(today, 3));
  await expect(cardOf(page, patient)).toContainText('Not saved yet');
  await hub().start();
  await expectLive(page);
  await expect(cardOf(page, patient)).not.toContainText('Not saved yet');
  expect((await manager.spell(patient.spellId)).card.edd).toBe(addDays(today, 3));
});

test('a connection that is dead at the other end is noticed, and what was changed meanwhile is saved once', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Lungwort' });
  const { page } = await people.at(hub(), 'coordinator@demo.test');
  await openBoard(page);
  const plan = await openPlan(page, patient);
  wire.fallSilent();
  await expect(connection(page)).toContainText('Reconnecting');
  await setEdd(plan, addDays(today, 6));
  await expect(connection(page)).toContainText('1 change not saved yet');
  wire.carry();
  await expectLive(page);
  await expect(cardOf(page, patient)).not.toContainText('Not saved yet');
  const { card, history } = await manager.spell(patient.spellId);
  expect(card.edd).toBe(addDays(today, 6));
  expect(history.filter(({ text }) => text.startsWith('Set EDD'))).toHaveLength(1);
});

test('a page that is open over a restore shows what was restored, and nothing of what was not', async ({
  people,
}) => {
  const { manager, today, databasePath } = hub();
  const patient = await admit(manager, { familyName: 'Sorrel' });
  const { page } = await people.at(hub(), 'coordinator@demo.test');
  await openBoard(page);
  const plan = await openPlan(page, patient);
  const copy = `${databasePath}.copy`;
  await hub().command('backup', copy);
  await setEdd(plan, addDays(today, 5));
  const later = await admit(manager, { familyName: 'Yellowwort' });
  await expect(cardOf(page, patient)).toContainText(`EDD ${formatDay(addDays(today, 5))}`);
  await find(page, later);

  await hub().stop();
  await hub().command('restore', copy);
  await hub().start();
  await expectLive(page);
  await expect(page.getByText('Nobody on the board matches')).toBeVisible();
  await expect(await find(page, patient)).toContainText('EDD not set');
  await expect(plan.getByLabel('Set EDD')).toHaveValue('');
});
