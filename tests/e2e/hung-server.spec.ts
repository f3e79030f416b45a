import { expect } from '@playwright/test';
import { addDays, formatDay } from '../../domain/time.ts';
import { cardOf, connection, expectLive, openBoard, openPlan, setEdd } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

// Shorter than in service, where both together are eight seconds.
const hub = hubOfThisFile({ env: { PING_INTERVAL_MS: '500', PING_TIMEOUT_MS: '500' } });

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
