import { expect } from '@playwright/test';
import { cardOf, find, openBoard, openPlan } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const hub = hubOfThisFile();

test('a transfer to another hospital of the trust leaves one ward’s board and arrives on the other’s', async ({
  people,
}) => {
  const patient = await admit(hub().manager, { familyName: 'Meadowsweet' });
  const here = await people.at(hub(), 'coordinator@demo.test');
  const there = await people.at(hub(), 'coordinator.glenfield@demo.test');
  const manager = await people.at(hub(), 'manager@demo.test');
  for (const { page } of [here, there, manager]) await openBoard(page);
  await find(manager.page, patient);
  await expect(cardOf(there.page, patient)).toHaveCount(0);

  const plan = await openPlan(here.page, patient);
  await plan
    .locator('summary')
    .filter({ hasText: /^Ward and bed/ })
    .click();
  await plan.locator('summary').filter({ hasText: 'Move to another ward or bed' }).click();
  await plan.getByLabel('Ward', { exact: true }).selectOption('gh-16');
  await plan.getByLabel('Bed', { exact: true }).fill('C2');
  await plan.getByRole('button', { name: 'Move', exact: true }).click();

  await expect(cardOf(here.page, patient)).toHaveCount(0);
  await expect(await find(there.page, patient)).toContainText('bed C2');
  await expect(cardOf(manager.page, patient)).toContainText('Glenfield Hospital');
});

test('a broker sees a patient appear the moment a social care task is added', async ({
  people,
}) => {
  const patient = await admit(hub().manager, { familyName: 'Bellflower' });
  const coordinator = await people.at(hub(), 'coordinator@demo.test');
  const broker = await people.at(hub(), 'broker.leicester@demo.test');
  await openBoard(coordinator.page);
  await openBoard(broker.page);
  await expect(broker.page.getByText('patients', { exact: false }).first()).toBeVisible();
  await broker.page.getByRole('searchbox', { name: /^Search by/ }).fill(patient.familyName);
  await expect(broker.page.getByText('Nobody on the board matches')).toBeVisible();

  const plan = await openPlan(coordinator.page, patient);
  await plan.locator('summary').filter({ hasText: 'Add a task' }).click();
  await plan.getByLabel('Task to add').selectOption('care_package');
  await plan.getByRole('button', { name: 'Add task' }).click();

  await expect(cardOf(broker.page, patient)).toContainText('Package of care sourcing');
});
