import { expect } from '@playwright/test';
import { cardOf, find, openBoard, searchField } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const hub = hubOfThisFile();

test('a coordinator sees two records become one, and two again, without a reload', async ({
  people,
}) => {
  const known = await admit(hub().manager, { familyName: 'Honeysuckle' });
  const double = await admit(hub().manager, {
    familyName: 'Honysuckle',
    person: { nhsNumber: null, communicationNeeds: ['Large print'] },
  });
  const coordinator = await people.at(hub(), 'coordinator@demo.test');
  await openBoard(coordinator.page);
  const card = await find(coordinator.page, double);

  // The manager works without JavaScript.
  const manager = await people.at(hub(), 'manager@demo.test', { javaScriptEnabled: false });
  const { page } = manager;
  await page.goto(`/spells/${known.spellId}/details`);
  await page.getByRole('link', { name: 'Same person as another record' }).click();
  await page.getByLabel('Family name').fill(double.familyName);
  await page.getByLabel('Date of birth').fill('1941-03-04');
  await page.getByRole('button', { name: 'Find the other record' }).click();
  await page.getByRole('radio', { name: /HONYSUCKLE, Asha.*none recorded/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('row', { name: /Communication needs/ })).toContainText('Large print');

  await page.getByRole('button', { name: 'Merge the two records' }).click();
  await expect(page.getByRole('alert')).toContainText('Tick the box');
  await page.getByLabel('Why these are two records of one person').fill('Admitted at night');
  await page.getByLabel('I have checked that both records are of the same person').check();
  await page.getByRole('button', { name: 'Merge the two records' }).click();
  await expect(page.getByRole('heading', { name: 'Merged records' })).toBeVisible();

  await expect(card).toBeHidden();
  await searchField(coordinator.page).fill(known.familyName);
  const cards = cardOf(coordinator.page, known);
  await expect(cards).toHaveCount(2);
  for (const each of await cards.all()) await expect(each).toContainText('Large print');
  for (const { spellId } of [known, double]) {
    await page.goto(`/spells/${spellId}`);
    const flag = page.getByRole('paragraph').filter({ hasText: 'Also has an open stay' });
    await expect(flag).toContainText('Ward 23');
  }

  await page.goto(`/spells/${known.spellId}/same-person`);
  await page.getByLabel('Why it is taken back').fill('Sisters');
  await page.getByRole('button', { name: 'Take the last merge back' }).click();
  await expect(page.getByRole('heading', { name: 'Merged records' })).toBeHidden();
  await find(coordinator.page, double);
});
