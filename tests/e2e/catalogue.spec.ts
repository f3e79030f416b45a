import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { everything, faultsOf } from './axe.ts';
import { find, openBoard } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const hub = hubOfThisFile();

test('the hub edits a type of task without script, and an open board takes it in', async ({
  people,
}) => {
  const { manager } = hub();
  const patient = await admit(manager, { familyName: 'Speedwell', tasks: ['infection_control'] });
  const coordinator = await people.at(hub(), 'coordinator@demo.test');
  await openBoard(coordinator.page);
  const card = await find(coordinator.page, patient);
  await expect(card).toContainText('Infection control');

  const { page } = await people.at(hub(), 'manager@demo.test', { javaScriptEnabled: false });
  await page.goto('/catalogue');
  await page.getByRole('link', { name: 'Infection control' }).click();
  await page.getByLabel('Name on screen').fill('Isolation needed');
  await page.getByLabel('Done by').selectOption('hub');
  await page.getByLabel('Target').selectOption('hours');
  await page.getByRole('button', { name: 'See what follows' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a whole number');
  await expect(page.getByLabel('Name on screen')).toHaveValue('Isolation needed');
  await page.getByLabel('How many hours or days').fill('6');
  await page.getByRole('button', { name: 'See what follows' }).click();
  await expect(page.getByText('Done by: Ward, now Hub')).toBeVisible();
  await expect(page.getByText(/Ward to Hub: \d+ tasks?/)).toBeVisible();
  await page.getByLabel('Send open tasks to the team that does them now').check();
  await page.getByRole('button', { name: 'Save' }).click();
  const newest = page.getByRole('listitem').filter({ hasText: 'Edition 2, holds now' });
  await expect(newest).toContainText('Name: Infection control, now Isolation needed');
  await expect(newest).toContainText(/\d+ open tasks? (was|were) changed along with it/);

  await expect(card).toContainText('Isolation needed');
  const { tasks } = await manager.spell(patient.spellId);
  expect(tasks.map(({ owner }) => owner)).toEqual(['hub']);
});

test('a coordinator adds a set of tasks on the plan; the hub takes the set away, checked by axe', async ({
  people,
}) => {
  const { manager } = hub();
  const patient = await admit(manager, { familyName: 'Toadflax' });
  const { page } = await people.at(hub(), 'coordinator@demo.test', { javaScriptEnabled: false });
  await page.goto(`/spells/${patient.spellId}`);
  const tasks = page.getByRole('region', { name: 'Tasks' });
  await tasks.getByText('Add a set of tasks').click();
  await tasks.getByRole('radio', { name: 'Home with a package of care' }).check();
  await tasks.getByRole('button', { name: 'Add these tasks' }).click();
  await expect(tasks.getByRole('listitem').filter({ hasText: 'Key safe' }).first()).toBeVisible();
  expect((await manager.spell(patient.spellId)).tasks).toHaveLength(4);

  const hubPage = (await people.at(hub(), 'manager@demo.test')).page;
  await hubPage.goto('/catalogue/sets/home_with_package');
  await hubPage.getByLabel('Take this set away').check();
  await hubPage.getByRole('button', { name: 'See what follows' }).click();
  await expect(hubPage.getByText('Taken away')).toBeVisible();
  expect(await faultsOf(hubPage, everything)).toEqual([]);
  await hubPage.getByRole('button', { name: 'Save' }).click();
  // Saved is what the list of editions has; the check before it says the same words.
  await expect(hubPage).toHaveURL(/\/catalogue\/editions/);
  await expect(hubPage.getByText('Set: Home with a package of care').first()).toBeVisible();
  const gone = { id: randomUUID(), type: 'AddTaskSet', spellId: patient.spellId } as const;
  const { status } = await manager.post({ ...gone, set: 'home_with_package' });
  expect(status).toBe(422);
});
