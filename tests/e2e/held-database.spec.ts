import { expect } from '@playwright/test';
import { openDatabase } from '../../db/open-database.ts';
import { addDays, formatDay } from '../../domain/time.ts';
import { cardOf, connection, openBoard, openPlan, setEdd } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const hub = hubOfThisFile();

test('while the database cannot be written an EDD is not saved yet, also after the hub gave up; then it is saved once', async ({
  people,
}) => {
  const { manager, today, databasePath } = hub();
  const patient = await admit(manager, { familyName: 'Hyssop' });
  const { page } = await people.at(hub(), 'coordinator@demo.test');
  await openBoard(page);
  const plan = await openPlan(page, patient);
  const card = cardOf(page, patient);
  const edd = addDays(today, 4);
  const eddHeld = async () => {
    const { cards } = await manager.board();
    return cards.find(({ id }) => id === patient.spellId)?.edd;
  };

  // Another program holds it: a copy tool, a forgotten shell.
  const holder = openDatabase(databasePath);
  holder.exec('BEGIN IMMEDIATE');
  const givenUp = page.waitForResponse(
    (response) => response.url().endsWith('/api/commands') && response.status() === 503,
  );
  await setEdd(plan, edd);
  await expect(card).toContainText('Not saved yet');
  await expect(connection(page)).toContainText('1 change not saved yet');
  await givenUp;
  await expect(card).toContainText('Not saved yet');
  await expect(connection(page)).toContainText('1 change not saved yet');
  expect(await eddHeld()).toBeNull();

  holder.close();
  await expect(card).not.toContainText('Not saved yet');
  await expect(connection(page)).toHaveText('Live');
  await expect(card).toContainText(`EDD ${formatDay(edd)}`);
  expect(await eddHeld()).toBe(edd);
  const { history } = await manager.spell(patient.spellId);
  expect(history.filter(({ text }) => text.startsWith('Set EDD'))).toHaveLength(1);
});
