import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

const MOST_TABS = 60;

/** Presses Tab (or Shift+Tab) until something has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let count = 0; count < MOST_TABS; count += 1) {
    await page.keyboard.press(key);
    if (await hasFocus(target)) {
      await expectVisibleFocus(page);
      return;
    }
  }
  throw new Error(`${key} does not reach ${String(target)}`);
}

async function hasFocus(target: Locator): Promise<boolean> {
  if ((await target.count()) !== 1) return false;
  return target.evaluate((element) => element === document.activeElement);
}

/** What has the focus is on screen, nothing lies over it, and it looks different for having it. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const looks = () => {
      const parts = [element, element.nextElementSibling, element.closest('[data-card-id]')];
      return parts.map((part) => {
        if (part === null) return '';
        const style = getComputedStyle(part);
        const before = getComputedStyle(part, '::before');
        const after = getComputedStyle(part, '::after');
        return [style, before, after]
          .map(({ outline, boxShadow, backgroundColor, borderColor }) =>
            [outline, boxShadow, backgroundColor, borderColor].join(' '),
          )
          .join();
      });
    };
    const box = element.getBoundingClientRect();
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const top = document.elementFromPoint(x, y);
    const isUncovered = top !== null && (element.contains(top) || top.contains(element) || element.parentElement?.contains(top) === true); // prettier-ignore
    const focused = looks().join();
    element.blur();
    const blurred = looks().join();
    element.focus({ preventScroll: true });
    return {
      isOnScreen: x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight,
      isUncovered,
      looksDifferent: focused !== blurred,
      name: element.outerHTML.slice(0, 120),
    };
  });
  expect(seen).toMatchObject({ isOnScreen: true, isUncovered: true, looksDifferent: true });
}
