import type { Browser, Locator, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { FIRST_LOAD_LIMIT, firstLoad, weigh } from '../../scripts/first-load.mjs';
import { projectRoot } from '../../scripts/project.mjs';
import type { Opening } from './measure-page.ts';
import { delaysOf, open } from './measure-page.ts';
import { percentile } from './percentiles.ts';
import { printFigure, printLine } from './print-figure.ts';

const OPENINGS = 5;
const ROUNDS = 10;
const CARD = 'article[data-card-id]';

/** The board in a real browser, and beside it a page of the same build with nothing on it. */
export async function benchBoard(origin: string, cookie: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    // The page that says "not found" has the site's header, one sentence, and no data.
    const empty = await openOften(browser, `${origin}/an-empty-page`, cookie, 'h1');
    const board = await openOften(browser, `${origin}/board`, cookie, CARD);
    printLine(`board: opened ${OPENINGS} times with an empty cache, the median`);
    const middle = (list: Opening[], what: keyof Opening) => percentile(list.map((one) => one[what]), 0.5); // prettier-ignore
    printFigure('cards visible', middle(board, 'visibleMs'), 'ms', 1000);
    printFigure('  an empty page', middle(empty, 'visibleMs'), 'ms');
    printFigure('hydrated', middle(board, 'hydratedMs'), 'ms');
    printFigure('  an empty page', middle(empty, 'hydratedMs'), 'ms');
    printFigure('DOM elements', middle(board, 'elements'), '', 4000);
    printFigure('  an empty page', middle(empty, 'elements'), '');
    const { bytes } = weigh(firstLoad(projectRoot), FIRST_LOAD_LIMIT);
    printFigure('first-load JavaScript', bytes / 1000, 'kB', FIRST_LOAD_LIMIT / 1000);

    const { page } = await open(browser, `${origin}/board`, { cookie, selector: CARD });
    printLine('board: from input to the next paint, p95');
    const p95 = (delays: number[]) => percentile(delays, 0.95);
    printFigure('filter', p95(await filter(page)), 'ms', 100);
    printFigure('search', p95(await search(page)), 'ms', 100);
    printFigure('group', p95(await group(page)), 'ms', 100);
    printFigure('move', p95(await move(page)), 'ms', 100);
    printFigure('drag and drop', p95(await drag(page)), 'ms', 100);
  } finally {
    await browser.close();
  }
}

async function openOften(browser: Browser, url: string, cookie: string, selector: string) {
  const openings: Opening[] = [];
  for (let count = 0; count < OPENINGS; count += 1) {
    const { page, opening } = await open(browser, url, { cookie, selector });
    openings.push(opening);
    await page.context().close();
  }
  return openings;
}

async function rounds(act: (round: number) => Promise<number[]>): Promise<number[]> {
  const delays: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) delays.push(...(await act(round)));
  return delays;
}

/** Each count above the board, pressed and pressed again. */
function filter(page: Page) {
  const counts = page.locator('.hub-count');
  return rounds(async (round) => {
    const count = counts.nth(round % (await counts.count()));
    const on = await delaysOf(page, () => count.click());
    return [...on, ...(await delaysOf(page, () => count.click()))];
  });
}

function search(page: Page) {
  const field = page.getByRole('searchbox');
  return rounds(async () => {
    const delays = await delaysOf(page, () => field.pressSequentially('patel'));
    return [...delays, ...(await delaysOf(page, () => field.fill('')))];
  });
}

/** Ends where it began, by pathway, where cards can be dragged. */
async function group(page: Page) {
  const links = page.getByRole('navigation', { name: 'Columns by' }).getByRole('link');
  const delays = await rounds(async (round) => {
    const link = links.nth((round + 1) % (await links.count()));
    return delaysOf(page, () => link.click());
  });
  return [...delays, ...(await delaysOf(page, () => links.first().click()))];
}

/** "Move to…" of the first card of a column: the question, the choice, and the card's leaving. */
function move(page: Page) {
  return rounds(async (round) => {
    const card = page.locator('.hub-column').nth(1).locator(CARD).first();
    const asked = await delaysOf(page, () => card.getByRole('button', { name: 'Move to' }).click());
    const dialog = page.getByRole('dialog');
    const choices = dialog.locator('[name=pathway]');
    const choice = choices.nth(round % (await choices.count()));
    await choice.check();
    const confirmation = dialog.getByRole('checkbox');
    if ((await confirmation.count()) > 0) await confirmation.check();
    const moved = await delaysOf(page, () => dialog.getByRole('button').first().click());
    await dialog.waitFor({ state: 'detached' });
    return [...asked, ...moved];
  });
}

/** Dropping a card on another column asks the same question. */
function drag(page: Page) {
  return rounds(async () => {
    const card = page.locator('.hub-column').nth(1).locator(CARD).first();
    const dropped = await delaysOf(page, () =>
      carry(page, card, page.locator('.hub-column').nth(2)),
    );
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    return dropped;
  });
}

/** As a hand does, in many small steps: the browser takes a single leap for a click. */
async function carry(page: Page, card: Locator, column: Locator): Promise<void> {
  const [from, to] = await Promise.all([card.boundingBox(), column.boundingBox()]);
  if (from === null || to === null) throw new Error('There is nothing to drag');
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, from.y + 60, { steps: 8 });
  await page.mouse.up();
}
