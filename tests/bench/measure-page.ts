import path from 'node:path';
import type { Browser, Page } from '@playwright/test';

/** Milliseconds from the start of the navigation, and how much there was when the page had settled. */
export type Opening = { visibleMs: number; hydratedMs: number; elements: number };

// Plain JavaScript: what a compiler adds to functions is not there in the page.
const WATCHER = path.join(import.meta.dirname, 'watch-page.mjs');

type Marks = { visibleMs: number | null; hydratedMs: number | null };
declare global {
  interface Window {
    benchMarks: Marks;
    benchDelays: number[];
  }
}

/** Opens a page with an empty cache, and times when an element is painted and when React has it. */
export async function open(
  browser: Browser,
  url: string,
  { cookie, selector }: { cookie: string; selector: string },
): Promise<{ page: Page; opening: Opening }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.addInitScript({ content: `window.benchSelector = ${JSON.stringify(selector)};` });
  await page.addInitScript({ path: WATCHER });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => window.benchMarks.hydratedMs !== null);
  const opening = await page.evaluate(() => ({
    visibleMs: window.benchMarks.visibleMs ?? Number.NaN,
    hydratedMs: window.benchMarks.hydratedMs ?? Number.NaN,
    elements: document.querySelectorAll('*').length,
  }));
  return { page, opening };
}

/** From each input that an action makes (click, key, drop) to the next paint after it. */
export async function delaysOf(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => window.benchDelays.splice(0));
  await act();
  await page.waitForFunction(() => window.benchDelays.length > 0);
  return page.evaluate(() => window.benchDelays.splice(0));
}
