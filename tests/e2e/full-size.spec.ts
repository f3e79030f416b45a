import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { expectLive } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { test } from './people.ts';

/** As many as the whole of Leicester, Leicestershire and Rutland can have in hospital. */
const OPEN_SPELLS = 2_500;
const hub = hubOfThisFile({ openSpells: OPEN_SPELLS });

const MOST_ELEMENTS = 6_000;
const cards = (page: Page) => page.getByRole('article');
const elements = (page: Page) => page.locator('*').count();
const inColumn = (page: Page, column: number) => page.locator('.hub-column').nth(column);

test.setTimeout(180_000);

test('2,500 patients by pathway: only those on screen are in the page, and the last can be reached', async ({
  people,
}) => {
  const { page } = await people.at(hub(), 'manager@demo.test');
  await page.goto('/board');
  await expectLive(page);
  await expect(page.locator('.hub-found')).toContainText(/^2,\d\d\d patients$/);
  expect(await elements(page)).toBeLessThan(MOST_ELEMENTS);

  const first = inColumn(page, 1).getByRole('listitem').first();
  const size = Number(await first.getAttribute('aria-setsize'));
  expect(size).toBeGreaterThan(100);
  await first.getByRole('link').focus();
  await page.keyboard.press('End');
  const last = inColumn(page, 1).locator(`[aria-posinset="${size}"]`);
  await expect(last.getByRole('link')).toBeFocused();
  await expect(last).toBeInViewport();
  expect(await elements(page)).toBeLessThan(MOST_ELEMENTS);
});

test('by ward: every ward has its heading, those far to the side no cards until somebody goes there', async ({
  people,
}) => {
  const { page } = await people.at(hub(), 'manager@demo.test');
  await page.goto('/board?group=ward&sort=bed');
  await expectLive(page);
  const count = await page.locator('.hub-column').count();
  expect(count).toBeGreaterThan(40);
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(count);
  await expect(inColumn(page, 0).getByRole('article').first()).toBeVisible();
  await expect(inColumn(page, count - 1).getByRole('article')).toHaveCount(0);
  expect(await elements(page)).toBeLessThan(MOST_ELEMENTS);

  await inColumn(page, 0).getByRole('link').first().focus();
  for (let step = 1; step < count; step += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(inColumn(page, step).locator('a:focus')).toHaveCount(1);
  }
  await expect(inColumn(page, count - 1)).toBeInViewport();
  await expect(inColumn(page, 0).getByRole('article')).toHaveCount(0);
  expect(await cards(page).count()).toBeLessThan(200);
  expect(await elements(page)).toBeLessThan(MOST_ELEMENTS);
});
