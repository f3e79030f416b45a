import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { cardOf, column, expectLive, find, openBoard } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { tabTo } from './keyboard.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const COORDINATOR = 'coordinator@demo.test';
const MANAGER = 'manager@demo.test';
const hub = hubOfThisFile();

const found = (page: Page) => page.locator('.hub-found');
const filters = (page: Page) => page.getByRole('button', { name: /^Filters/ });

async function openAt(page: Page, query: string): Promise<void> {
  await page.goto(`/board?${query}`);
  await expectLive(page);
}

test('an address holds the columns, the order and the filters; Back and Forward go through them', async ({
  people,
}) => {
  const { page } = await people.at(hub(), MANAGER);
  await openBoard(page);
  await page.getByRole('link', { name: 'Ward', exact: true }).click();
  await filters(page).click();
  await page.getByLabel('Council').selectOption('Leicester');
  await page.getByLabel('Sort by').selectOption('Name');
  await expect(page).toHaveURL('/board?group=ward&council=leicester&sort=name');
  await expect(found(page)).toContainText(/^\d+ of \d+ patients.*Council: Leicester/);
  const shown = await found(page).textContent();

  await page.reload();
  await expectLive(page);
  await expect(found(page)).toHaveText(shown ?? '');
  await expect(page.getByLabel('Sort by')).toHaveValue('name');

  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL('/board?group=ward');
  await expect(found(page)).toHaveText(/^\d+ patients$/);
  await page.goForward();
  await expect(found(page)).toHaveText(shown ?? '');

  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL('/board?group=ward');
});

test('a bookmark with nonsense in it shows everyone', async ({ people }) => {
  const { page } = await people.at(hub(), COORDINATOR);
  await openAt(page, 'group=magic&sort=luck&ward=gh-15&edd=someday&delay=-1&show=all&council=x');
  await expect(found(page)).toHaveText(/^\d+ patients$/);
  await expect(column(page, 'Not yet decided')).toBeVisible();
});

test('somebody without a mouse narrows the board and goes back to everyone', async ({ people }) => {
  const patient = await admit(hub().manager, {
    ...{ familyName: 'Speedwell', place: 'rutland', tasks: ['key_safe'] },
  });
  const { page } = await people.at(hub(), MANAGER);
  const { keyboard } = page;
  await openBoard(page);
  await tabTo(page, filters(page));
  await keyboard.press('Enter');
  await expect(filters(page)).toHaveAttribute('aria-expanded', 'true');
  await tabTo(page, page.getByLabel('Council'));
  await keyboard.type('Rut');
  await tabTo(page, page.getByLabel('Open task of'));
  await keyboard.type('Light');
  await expect(found(page)).toContainText('Council: Rutland');
  await expect(found(page)).toContainText('Open task of: Lightbulb');
  await expect(page.getByLabel('Open task of')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: /patients shown$/ })).toHaveCount(1);
  await expect(await find(page, patient)).toContainText('Key safe');

  await tabTo(page, page.getByRole('link', { name: 'Clear filters' }));
  await keyboard.press('Enter');
  await expect(found(page)).toHaveText(/^\d+ patients$/);
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('where columns are no pathways, a card that is dragged stays, and the board says why', async ({
  people,
}) => {
  const patient = await admit(hub().manager, { familyName: 'Cowslip' });
  const { page } = await people.at(hub(), COORDINATOR);
  await openAt(page, 'group=ward');
  const card = await find(page, patient);
  await card.dragTo(page.locator('.hub-toolbar'));
  await expect(found(page)).toContainText(
    'To record a move to another ward, open the patient’s plan',
  );
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(cardOf(column(page, 'Ward 23 Leicester Royal Infirmary'), patient)).toBeVisible();
  await page.getByRole('link', { name: 'Pathway', exact: true }).click();
  await expect(found(page)).not.toContainText('Nothing was moved');
});

test('without script the filters are a form', async ({ people }) => {
  const { page } = await people.at(hub(), MANAGER, { javaScriptEnabled: false });
  await page.goto('/board?group=edd');
  await page.getByLabel('Council').selectOption('Rutland');
  await panelOf(page).getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/group=edd.*council=rutland/);
  await expect(found(page)).toContainText('Council: Rutland');
});

function panelOf(page: Page): Locator {
  return page.getByRole('form', { name: 'Filters' });
}
