import { expect } from '@playwright/test';
import { expectLive } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const hub = hubOfThisFile();

test('two people in one round meet, and what is recorded without a network is saved after it', async ({
  people,
}) => {
  const { manager } = hub();
  const patient = await admit(manager, { familyName: 'Amaranth' });
  const ward = await people.at(hub(), 'coordinator@demo.test');
  const other = await people.at(hub(), 'manager@demo.test');
  for (const { page } of [ward, other]) {
    await page.goto(`/wards/lri-23/round/${patient.spellId}`);
    await expectLive(page);
    await expect(page.getByRole('heading', { name: patient.name })).toBeVisible();
  }
  const place = (page: typeof ward.page) =>
    page
      .getByRole('navigation', { name: 'Patients in the round' })
      .getByRole('link', { name: patient.name });
  await expect(place(other.page)).toContainText('here now');

  await ward.page.context().setOffline(true);
  await ward.page.getByLabel('Next action').fill('Bloods at ten, then decide');
  await ward.page.getByLabel('Team that has it').selectOption('ward');
  await ward.page.getByRole('button', { name: 'Record and go on' }).click();
  await expect(place(ward.page)).toContainText('Not saved yet');
  await expect(place(other.page)).toContainText('To go');

  await ward.page.context().setOffline(false);
  await expect(place(ward.page)).toContainText('Seen');
  await expect(place(other.page)).toContainText('Seen');
  await expect(other.page.getByText('Bloods at ten, then decide').first()).toBeVisible();
});
