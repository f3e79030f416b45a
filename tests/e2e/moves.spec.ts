import { expect } from '@playwright/test';
import { cardOf, column, find, openBoard, openPlan } from './board-screen.ts';
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

test('a card dragged with the mouse asks before it changes the national pathway, and so does the plan', async ({
  people,
}) => {
  const patient = await admit(hub().manager, { familyName: 'Tansy', pathway: 'reablement' });
  const manager = await people.at(hub(), 'manager@demo.test', {
    viewport: { width: 1920, height: 1080 },
  });
  const coordinator = await people.at(hub(), 'coordinator@demo.test');
  for (const { page } of [manager, coordinator]) await openBoard(page);
  await find(coordinator.page, patient);
  await (await find(manager.page, patient)).dragTo(column(manager.page, 'Intermediate care'));

  const dialog = manager.page.getByRole('dialog', { name: `Move ${patient.name}` });
  await dialog.getByLabel('Intermediate care bed').check();
  const confirmation = dialog.getByRole('checkbox', { name: /changes from P1 to P2/ });
  await dialog.getByRole('button', { name: 'Agree Intermediate care bed' }).click();
  await expect(confirmation).toBeFocused();
  await confirmation.check();
  await dialog.getByRole('button', { name: 'Agree Intermediate care bed' }).click();
  await expect(cardOf(column(coordinator.page, 'Intermediate care'), patient)).toBeVisible();

  const plan = await openPlan(manager.page, patient);
  await plan.locator('summary').filter({ hasText: 'Agree another pathway' }).click();
  await plan.getByRole('radio', { name: 'Long-term care placement (P3)' }).check();
  await plan.getByRole('button', { name: 'Agree pathway' }).click();
  await expect(plan.getByText(/changes from P2 to P3/).first()).toBeVisible();
  await plan.getByRole('checkbox', { name: 'Yes, change it' }).check();
  await plan.getByRole('button', { name: 'Agree pathway' }).click();
  await expect(cardOf(column(coordinator.page, 'Intermediate care'), patient)).toHaveCount(0);
  const { card } = await hub().manager.spell(patient.spellId);
  expect(card.pathway).toBe('long_term_care');
});
